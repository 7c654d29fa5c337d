package net.dotmac.payments;

/**
 * With what a tenant's gateway is asked.
 *
 * @param baseUrl without a slash at the end
 * @param secretKey never shown or logged
 * @param returnUrl where a customer comes back to
 */
public record GatewayAccess(String baseUrl, String secretKey, String returnUrl) {

    /** Without the key: this may reach a log. */
    @Override
    public String toString() {
        return "GatewayAccess[" + baseUrl + "]";
    }
}
