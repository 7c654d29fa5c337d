package net.dotmac.identity;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * What an access token says, as MicroProfile JWT wants it: {@code upn} names the bearer, {@code groups} are his
 * permissions, {@code tenant} his ISP, and {@code client_id} is there for programs only (RFC 9068).
 *
 * @param subject the user's id or the client id
 * @param name username or client id
 * @param isClient whether a program bears it
 */
record AccessToken(UUID tenantId, String subject, String name, boolean isClient, List<String> permissions) {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final String AUDIENCE = "dotmac-api";

    AccessToken {
        permissions = List.copyOf(permissions);
    }

    static AccessToken ofClient(UUID tenantId, String clientId, Collection<String> permissions) {
        return new AccessToken(tenantId, clientId, clientId, true, List.copyOf(permissions));
    }

    static AccessToken ofUser(UUID tenantId, UUID userId, String username, Collection<String> permissions) {
        return new AccessToken(tenantId, userId.toString(), username, false, List.copyOf(permissions));
    }

    /** The token as a JWS (RFC 7515) signed with RS256. */
    String signed(String issuer, Instant now, String keyId, PrivateKey key) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setJwtId(Ids.next().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        claims.setStringClaim("upn", name);
        claims.setStringClaim("tenant", tenantId.toString());
        claims.setStringListClaim("groups", permissions);
        if (isClient) {
            claims.setStringClaim("client_id", subject);
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }
}
