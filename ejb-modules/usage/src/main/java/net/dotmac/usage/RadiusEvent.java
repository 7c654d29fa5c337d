package net.dotmac.usage;

import java.time.Instant;
import java.util.UUID;

/**
 * An accounting request (RFC 2866, RFC 2869) of one session. Its counters are those of the whole session so far.
 *
 * @param nas who sent it: NAS-Identifier or address, 1 to 100 characters
 * @param sessionId Acct-Session-Id, 1 to 100 characters
 * @param productId what the session belongs to
 * @param kind {@code start}, {@code interim} or {@code stop}
 * @param eventAt when it happened: Event-Timestamp, or the arrival less Acct-Delay-Time
 * @param sessionSeconds Acct-Session-Time, 0 or more
 * @param inputOctets Acct-Input-Octets, 0 to 2^32 - 1
 * @param inputGigawords how often that counter went past 2^32, 0 to 2^31 - 1
 * @param outputOctets Acct-Output-Octets
 * @param outputGigawords how often that one did
 */
public record RadiusEvent(
        String nas,
        String sessionId,
        UUID productId,
        String kind,
        Instant eventAt,
        long sessionSeconds,
        long inputOctets,
        long inputGigawords,
        long outputOctets,
        long outputGigawords) {

    private static final int WORD = 32;

    /** Octets the customer sent since the session began. */
    public long input() {
        return (inputGigawords << WORD) + inputOctets;
    }

    /** Octets the customer received since the session began. */
    public long output() {
        return (outputGigawords << WORD) + outputOctets;
    }
}
