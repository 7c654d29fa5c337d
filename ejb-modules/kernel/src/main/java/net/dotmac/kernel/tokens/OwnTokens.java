package net.dotmac.kernel.tokens;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Verifies the tokens that we issued with the keys that we keep. The server's own way reads a key set over HTTP, at most
 * twice in half an hour: a server that asks itself is refused by its own limits when it's busy, and would then refuse valid
 * tokens.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class OwnTokens extends JWTCallerPrincipalFactory {

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTAuthContextInfo withKey = new JWTAuthContextInfo(rules);
        withKey.setPublicVerificationKey(TokenKeys.find(keyId(token))
                .orElseThrow(() -> new ParseException("the token's key is not one of ours")));
        return new DefaultJWTCallerPrincipalFactory().parse(token, withKey);
    }

    /** What the header calls its key; nothing of it is believed but for the search. */
    private static String keyId(String token) throws ParseException {
        int end = token.indexOf('.');
        if (end < 0) {
            throw new ParseException("not a token");
        }
        try (JsonReader reader = Json.createReader(new StringReader(
                new String(Base64.getUrlDecoder().decode(token.substring(0, end)), StandardCharsets.UTF_8)))) {
            if (reader.readObject().get("kid") instanceof JsonString id) {
                return id.getString();
            }
            throw new ParseException("the token names no key");
        } catch (IllegalArgumentException | JsonException e) {
            throw new ParseException("the token's header can't be read", e);
        }
    }
}
