package net.dotmac.identity;

/**
 * A client with its secret, which is shown this once and can't be read again.
 *
 * @param secret 43 characters
 */
public record ApiClientSecret(ApiClient client, String secret) {

    /** Without the secret: this may reach a log. */
    @Override
    public String toString() {
        return "ApiClientSecret[" + client.clientId() + "]";
    }
}
