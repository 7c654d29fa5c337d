package net.dotmac.usage.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.usage.RadiusEvent;

/** Tells what keeps an accounting event from being kept, and how octets become gigabytes. */
public final class RadiusPolicy {

    private static final Set<String> KINDS = Set.of("start", "interim", "stop");
    private static final long WORD = 1L << 32;
    private static final long MOST_GIGAWORDS = Integer.MAX_VALUE;
    private static final int DECIMALS = 8;
    private static final Duration AHEAD = Duration.ofDays(1);

    private RadiusPolicy() {}

    /** Why an event can't be kept, or empty. */
    public static Optional<String> fault(RadiusEvent event, Set<UUID> products, Instant now) {
        if (!isName(event.nas()) || !isName(event.sessionId())) {
            return Optional.of("Expected 1 to 100 characters for nas and sessionId.");
        }
        if (event.kind() == null || !KINDS.contains(event.kind())) {
            return Optional.of("Found the event " + event.kind() + ", expected start, interim or stop.");
        }
        if (event.eventAt() == null
                || event.eventAt().isBefore(now.minus(RecordPolicy.OLDEST))
                || event.eventAt().isAfter(now.plus(AHEAD))) {
            return Optional.of("Found the time " + event.eventAt() + ", expected one of the last "
                    + RecordPolicy.OLDEST.toDays() + " days.");
        }
        if (!isWord(event.inputOctets()) || !isWord(event.outputOctets())) {
            return Optional.of("Octet counters are 0 to 4294967295; what is more is told by gigawords.");
        }
        if (!isGigawords(event.inputGigawords())
                || !isGigawords(event.outputGigawords())
                || event.sessionSeconds() < 0) {
            return Optional.of("Gigawords are 0 to " + MOST_GIGAWORDS + ", and a session time is 0 or more.");
        }
        return products.contains(event.productId())
                ? Optional.empty()
                : Optional.of("There is no product " + event.productId() + ".");
    }

    /** In units of 10^9 octets, rounded down to what a record can hold; of a sum, so that nothing gets lost between records. */
    public static BigDecimal gigabytes(BigDecimal octets) {
        return octets.movePointLeft(9).setScale(DECIMALS, RoundingMode.DOWN);
    }

    private static boolean isName(String text) {
        return text != null && !text.isBlank() && text.length() <= 100 && text.indexOf('\0') < 0;
    }

    private static boolean isWord(long octets) {
        return octets >= 0 && octets < WORD;
    }

    private static boolean isGigawords(long gigawords) {
        return gigawords >= 0 && gigawords <= MOST_GIGAWORDS;
    }
}
