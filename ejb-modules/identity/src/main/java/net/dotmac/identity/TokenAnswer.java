package net.dotmac.identity;

/** What a request for tokens gets (RFC 6749 §5). */
public sealed interface TokenAnswer {

    /**
     * @param accessToken a JWT
     * @param expiresIn seconds
     * @param scope permissions with spaces between
     * @param refreshToken to get the next tokens with, once; null for clients
     */
    record Issued(String accessToken, int expiresIn, String scope, String refreshToken) implements TokenAnswer {

        /** Without the tokens: this may reach a log. */
        @Override
        public String toString() {
            return "Issued[" + scope + "]";
        }
    }

    /**
     * @param error code of RFC 6749 §5.2, e.g. {@code invalid_client}
     * @param description for the developer
     */
    record Refused(String error, String description) implements TokenAnswer {

        static Refused client() {
            return new Refused("invalid_client", "The client id or its secret is wrong.");
        }

        static Refused grant() {
            return new Refused(
                    "invalid_grant", "The refresh token is unknown, used, expired or revoked; sign in again.");
        }
    }
}
