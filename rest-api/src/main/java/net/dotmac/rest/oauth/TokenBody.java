package net.dotmac.rest.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import net.dotmac.identity.TokenAnswer;

/** Tokens as RFC 6749 §5.1 writes them. */
record TokenBody(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") int expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("scope") String scope) {

    static TokenBody of(TokenAnswer.Issued issued) {
        return new TokenBody(issued.accessToken(), "Bearer", issued.expiresIn(), issued.refreshToken(), issued.scope());
    }
}
