package net.dotmac.devtools.launcher.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was caught.
 *
 * @param number counts up in the order of arrival
 * @param messageId as the sender gave it
 * @param text its plain text, or an empty text
 * @param files what was attached
 */
public record CaughtMail(
        long number,
        String messageId,
        String from,
        String to,
        String subject,
        Instant caughtAt,
        String text,
        List<File> files) {

    /** An attached file. */
    @SuppressWarnings("ArrayRecordComponent") // bytes to stream out, never compared
    public record File(String name, String type, byte[] content) {}
}
