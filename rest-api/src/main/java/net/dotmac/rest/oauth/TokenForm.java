package net.dotmac.rest.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a token request asks for (RFC 6749 §2.3.1, §4.4.2, §6): client credentials come by HTTP Basic or in the form,
 * never both.
 */
record TokenForm(String grantType, String clientId, String clientSecret, String scope, String refreshToken) {

    private static final String BASIC = "basic ";

    /** @throws IllegalArgumentException for what RFC 6749 calls {@code invalid_request} */
    static TokenForm parse(String body, String authorization) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("A parameter was sent twice.");
            }
        }
        if (form.get("grant_type") == null) {
            throw new IllegalArgumentException("The parameter grant_type is missing.");
        }
        String clientId = form.get("client_id");
        String clientSecret = form.get("client_secret");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            if (clientSecret != null) {
                throw new IllegalArgumentException("Client credentials were sent twice, by Basic and in the form.");
            }
            String[] basic = basic(authorization.substring(BASIC.length()).strip());
            clientId = basic[0];
            clientSecret = basic[1];
        }
        return new TokenForm(
                form.get("grant_type"), clientId, clientSecret, form.get("scope"), form.get("refresh_token"));
    }

    /** User and password are form-encoded inside Basic; ours have no character that this would change. */
    private static String[] basic(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The Authorization header is no HTTP Basic.", e);
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("The Authorization header is no HTTP Basic.");
        }
        return new String[] {decode(pair.substring(0, colon)), decode(pair.substring(colon + 1))};
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The form is not percent-encoded properly.", e);
        }
    }

    /** Without the secrets: this may reach a log. */
    @Override
    public String toString() {
        return "TokenForm[" + grantType + "]";
    }
}
