package net.dotmac.payments.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a report, as Stripe makes it: {@code t=<seconds>,v1=<hex of HMAC-SHA256 over "t.body">}. There may be
 * several v1 while a secret is replaced; one that fits will do.
 */
public final class WebhookSignature {

    /** How old a report may be, or how far its clock ahead. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_CHARACTERS = 2_000;

    private WebhookSignature() {}

    /**
     * Whether a report is signed as it should be, and was so within the last five minutes.
     *
     * @param header as it was sent, or null
     */
    public static boolean isRight(String header, byte[] body, String secret, Instant now) {
        if (header == null || header.length() > MOST_CHARACTERS) {
            return false;
        }
        String time = null;
        List<String> signatures = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String text = part.strip();
            if (text.startsWith("t=")) {
                time = text.substring(2);
            } else if (text.startsWith("v1=")) {
                signatures.add(text.substring(3));
            }
        }
        if (time == null || !time.matches("\\d{1,12}") || !isRecent(Long.parseLong(time), now)) {
            return false;
        }
        byte[] expected = sign(time, body, secret).getBytes(StandardCharsets.US_ASCII);
        boolean isRight = false;
        for (String each : signatures) {
            isRight |= MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.UTF_8));
        }
        return isRight;
    }

    private static boolean isRecent(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    }

    /** The v1 part of a signature. */
    public static String sign(String time, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
