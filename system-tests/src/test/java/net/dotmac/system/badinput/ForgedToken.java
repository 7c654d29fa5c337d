package net.dotmac.system.badinput;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.platform.AesGcmSecrets;
import net.dotmac.system.SystemUnderTest;

/** Makes tokens as a thief would, and with the server's own key as nobody could: right but for one thing. */
final class ForgedToken {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final String keyId;
    private final PrivateKey serverKey;

    private ForgedToken(String keyId, PrivateKey serverKey) {
        this.keyId = keyId;
        this.serverKey = serverKey;
    }

    /** With the key that the server signs with, opened by the installation's master key. */
    static ForgedToken of(SystemUnderTest system) throws SQLException, GeneralSecurityException {
        String master = system.system().secrets().key("master-key");
        try (Connection superuser = system.database("postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, private_key from identity.signing_key where now() between use_from and use_until")) {
            row.next();
            String opened = new AesGcmSecrets(List.of(master))
                    .open(row.getString(2), "identity.signing-key:" + row.getString(1));
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(opened)));
            return new ForgedToken(row.getString(1), key);
        }
    }

    /** As the server makes it. */
    String genuine() throws GeneralSecurityException {
        return signed(serverKey, claims("dotmac", "dotmac-api", Instant.now().plusSeconds(300)));
    }

    String expired() throws GeneralSecurityException {
        return signed(serverKey, claims("dotmac", "dotmac-api", Instant.now().minusSeconds(60)));
    }

    String ofAnotherIssuer() throws GeneralSecurityException {
        return signed(
                serverKey,
                claims("https://elsewhere.example", "dotmac-api", Instant.now().plusSeconds(300)));
    }

    String forAnotherAudience() throws GeneralSecurityException {
        return signed(serverKey, claims("dotmac", "another-api", Instant.now().plusSeconds(300)));
    }

    String withAnotherKey() throws GeneralSecurityException {
        return signed(
                ownKeys().getPrivate(),
                claims("dotmac", "dotmac-api", Instant.now().plusSeconds(300)));
    }

    /** Signed with nothing, and saying so. */
    String unsigned() {
        String claims = claims("dotmac", "dotmac-api", Instant.now().plusSeconds(300));
        return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims) + ".";
    }

    /** The public key taken for a shared secret: the trick of RFC 8725 §2.1. */
    String withThePublicKeyAsSecret(BigInteger modulus) throws GeneralSecurityException {
        String content = part("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "."
                + part(claims("dotmac", "dotmac-api", Instant.now().plusSeconds(300)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(modulus.toByteArray(), "HmacSHA256"));
        return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Signed by a key of the thief's own that the token names, as a file or as a condition in SQL. */
    String namingTheKey(String keyName) throws GeneralSecurityException {
        return withHeader(ownKeys(), "\"kid\":\"" + keyName + "\"");
    }

    /** Signed by a key of the thief's own that the token brings along (RFC 7515 §4.1.3). */
    String bringingItsKey() throws GeneralSecurityException {
        KeyPair own = ownKeys();
        String modulus =
                URL.encodeToString(((RSAPublicKey) own.getPublic()).getModulus().toByteArray());
        return withHeader(own, "\"jwk\":{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + modulus + "\"}");
    }

    private static KeyPair ownKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String withHeader(KeyPair pair, String header) throws GeneralSecurityException {
        String content = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"," + header + "}") + "."
                + part(claims("dotmac", "dotmac-api", Instant.now().plusSeconds(300)));
        return content + "." + signature(pair.getPrivate(), content);
    }

    /** Another tenant written into a genuine one. */
    String tampered() throws GeneralSecurityException {
        String[] parts = genuine().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(
                        DemoTenant.ALPENNETZ.id().toString(),
                        DemoTenant.ATOLL.id().toString());
        return parts[0] + "." + part(claims) + "." + parts[2];
    }

    private static String claims(String issuer, String audience, Instant expiry) {
        return """
                {"iss":"%s","aud":"%s","sub":"thief","upn":"thief","jti":"1","iat":%d,"exp":%d,
                 "tenant":"%s","client_id":"thief","groups":["customer.read"]}"""
                .formatted(
                        issuer,
                        audience,
                        expiry.minusSeconds(600).getEpochSecond(),
                        expiry.getEpochSecond(),
                        DemoTenant.ALPENNETZ.id());
    }

    private String signed(PrivateKey key, String claims) throws GeneralSecurityException {
        String content = part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "." + part(claims);
        return content + "." + signature(key, content);
    }

    private static String signature(PrivateKey key, String content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return URL.encodeToString(signature.sign());
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
