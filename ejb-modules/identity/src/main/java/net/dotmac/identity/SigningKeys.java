package net.dotmac.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dotmac.identity.domain.KeySchedule;
import net.dotmac.identity.persistence.SigningKeyRepository;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Secrets;

/**
 * The installation's RSA keys: makes the next one when it is due, keeps the private halves sealed. Not a service of
 * a tenant, so it runs without a call context; its only public data are public keys.
 */
@ApplicationScoped
public class SigningKeys {

    private static final int RSA_BITS = 2048;

    @Inject
    private Clock clock;

    @Inject
    private Secrets secrets;

    @Inject
    private SigningKeyRepository repository;

    /** A key that signs now. */
    record Signing(String id, PrivateKey key) {}

    /** The keys that verify, current and next and those whose tokens may still live. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<PublicJwk> published() {
        Instant now = clock.instant();
        return ensured(now).stream()
                .filter(row -> KeySchedule.isPublished(row.span(), now))
                .map(row -> jwk(row.id(), publicKey(row.publicKey())))
                .toList();
    }

    /** The published keys by their ids. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<String, RSAPublicKey> verifying() {
        Instant now = clock.instant();
        return ensured(now).stream()
                .filter(row -> KeySchedule.isPublished(row.span(), now))
                .collect(Collectors.toUnmodifiableMap(SigningKeyRepository.Row::id, row -> publicKey(row.publicKey())));
    }

    /** The id of the key to sign with now; a new transaction, so that a key made here outlives a refused call. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Signing signing() {
        Instant now = clock.instant();
        SigningKeyRepository.Row row = ensured(now).stream()
                .filter(candidate -> KeySchedule.signs(candidate.span(), now))
                .findFirst()
                .orElseThrow();
        return new Signing(row.id(), privateKey(secrets.open(row.sealedPrivateKey(), purpose(row.id()))));
    }

    private List<SigningKeyRepository.Row> ensured(Instant now) {
        List<SigningKeyRepository.Row> rows = repository.all();
        if (missing(rows, now).isEmpty()) {
            return rows;
        }
        repository.lock();
        List<SigningKeyRepository.Row> locked = repository.all();
        missing(locked, now).ifPresent(span -> repository.add(newKey(span), now));
        locked.stream()
                .filter(row -> !KeySchedule.isPublished(row.span(), now))
                .forEach(row -> repository.remove(row.id()));
        return repository.all();
    }

    private static Optional<KeySchedule.Span> missing(List<SigningKeyRepository.Row> rows, Instant now) {
        return KeySchedule.missing(
                rows.stream().map(SigningKeyRepository.Row::span).toList(), now);
    }

    private SigningKeyRepository.Row newKey(KeySchedule.Span span) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            String id = Ids.next().toString();
            Base64.Encoder base64 = Base64.getEncoder();
            return new SigningKeyRepository.Row(
                    id,
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    secrets.seal(base64.encodeToString(pair.getPrivate().getEncoded()), purpose(id)),
                    span);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    private static String purpose(String id) {
        return "identity.signing-key:" + id;
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored private key can't be read", e);
        }
    }

    private static RSAPublicKey publicKey(String base64) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored public key can't be read", e);
        }
    }

    static PublicJwk jwk(String id, RSAPublicKey key) {
        return new PublicJwk("RSA", "sig", "RS256", id, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    /** Base64urlUInt of RFC 7518 §2: big-endian without the sign's leading zero. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}
