package net.dotmac.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final UUID TENANT = UUID.randomUUID();

    private final KeyPair pair = keyPair();

    @Test
    void aTokenVerifiesWithThePublishedKeyAndSaysWhoBearsIt() throws Exception {
        PublicJwk jwk = SigningKeys.jwk("k1", (RSAPublicKey) pair.getPublic());
        JsonWebKey published = JsonWebKey.Factory.newJwk("{\"kty\":\"" + jwk.kty() + "\",\"kid\":\"" + jwk.kid()
                + "\",\"n\":\"" + jwk.n() + "\",\"e\":\"" + jwk.e() + "\"}");
        String token = AccessToken.ofClient(TENANT, "demo.erp", List.of("invoice.read"))
                .signed("dotmac", NOW, "k1", pair.getPrivate());
        JwtClaims claims = consumer(published.getKey(), NOW).processToClaims(token);
        assertEquals("demo.erp", claims.getStringClaimValue("client_id"));
        assertEquals("demo.erp", claims.getStringClaimValue("upn"));
        assertEquals(TENANT.toString(), claims.getStringClaimValue("tenant"));
        assertEquals(List.of("invoice.read"), claims.getStringListClaimValue("groups"));
        assertEquals(NOW.getEpochSecond() + 600, claims.getExpirationTime().getValue());
    }

    @Test
    void aPersonsTokenNamesNoClient() throws Exception {
        UUID user = UUID.randomUUID();
        String token =
                AccessToken.ofUser(TENANT, user, "anna", List.of()).signed("dotmac", NOW, "k1", pair.getPrivate());
        JwtClaims claims = consumer(pair.getPublic(), NOW).processToClaims(token);
        assertFalse(claims.hasClaim("client_id"));
        assertEquals("anna", claims.getStringClaimValue("upn"));
        assertEquals(user.toString(), claims.getSubject());
    }

    @Test
    void anExpiredTokenOrAnotherKeysDoesNotVerify() {
        String token =
                AccessToken.ofClient(TENANT, "demo.erp", List.of()).signed("dotmac", NOW, "k1", pair.getPrivate());
        JwtConsumer late = consumer(pair.getPublic(), NOW.plusSeconds(601));
        assertThrows(InvalidJwtException.class, () -> late.processToClaims(token));
        JwtConsumer foreign = consumer(keyPair().getPublic(), NOW);
        assertThrows(InvalidJwtException.class, () -> foreign.processToClaims(token));
    }

    private static JwtConsumer consumer(Key key, Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("dotmac")
                .setExpectedAudience("dotmac-api")
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build();
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
