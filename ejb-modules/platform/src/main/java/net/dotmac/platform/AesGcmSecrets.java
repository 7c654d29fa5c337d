package net.dotmac.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.dotmac.kernel.Secrets;

/**
 * Seals with AES-256-GCM: {@code s1.<key id>.<base64url of nonce, ciphertext and tag>}.
 *
 * <p>The key id, the first 32 bits of the key's SHA-256, says which master key opens a text, so that a key can be
 * replaced while texts of the former one are still around. The purpose is authenticated but not stored. Random
 * 96-bit nonces are safe for 2³² texts a key (NIST SP 800-38D §8.3), far more than an installation seals.
 */
public final class AesGcmSecrets implements Secrets {

    private static final String VERSION = "s1";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MAX_BYTES = 65_536;
    private static final int KEY_ID_DIGITS = 8;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String sealingKeyId;

    /**
     * @param base64Keys at least one, 32 bytes each in base64; the first one seals, all of them open
     * @throws IllegalStateException for a key that is none, without repeating it
     */
    public AesGcmSecrets(List<String> base64Keys) {
        for (String text : base64Keys) {
            byte[] key = decoded(text);
            keys.put(keyId(key), new SecretKeySpec(key, "AES"));
        }
        sealingKeyId = keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sealing needs a master key"));
    }

    @Override
    public String seal(String plaintext, String purpose) {
        byte[] text = plaintext.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_BYTES) {
            throw new IllegalArgumentException("at most " + MAX_BYTES + " bytes are sealed, found " + text.length);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(sealingKeyId), nonce, purpose)
                    .doFinal(text);
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + "." + sealingKeyId + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public String open(String sealed, String purpose) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new IllegalStateException("this is no sealed text");
        }
        SecretKeySpec key = keys.get(parts[1]);
        if (key == null) {
            throw new IllegalStateException("this was sealed with the master key " + parts[1]
                    + ", and that one is not configured; set it as dotmac.master-key.former");
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            int length = Math.max(0, whole.length - NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(whole, NONCE_BYTES, length);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("this was sealed for another purpose than " + purpose + ", or altered", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decoded(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // the message below serves for this, too, and must not quote the key
        }
        throw new IllegalStateException("dotmac.master-key has to be " + KEY_BYTES + " bytes in base64; make one with "
                + "'openssl rand -base64 32'");
    }

    private static String keyId(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest).substring(0, KEY_ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
