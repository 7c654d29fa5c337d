package net.dotmac.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When signing keys are made, used, published and forgotten. */
public final class KeySchedule {

    static final Duration USE = Duration.ofDays(30);

    /** A key is published so long before its use: longer than any verifier caches the key set. */
    static final Duration LEAD = Duration.ofDays(1);

    /** A key stays published so long after its last use: longer than a token lives, clocks that differ included. */
    static final Duration TAIL = Duration.ofHours(1);

    private KeySchedule() {}

    /** @param until the instant from which it signs no more */
    public record Span(Instant from, Instant until) {

        boolean covers(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    /** The span of the key that has to be made now, or empty if there are enough. */
    public static Optional<Span> missing(List<Span> known, Instant now) {
        Instant end =
                known.stream().map(Span::until).max(Comparator.naturalOrder()).orElse(now);
        boolean isUsable = known.stream().anyMatch(span -> span.covers(now));
        if (!isUsable || !end.isAfter(now)) {
            return Optional.of(new Span(now, now.plus(USE)));
        }
        return now.isBefore(end.minus(LEAD)) ? Optional.empty() : Optional.of(new Span(end, end.plus(USE)));
    }

    public static boolean signs(Span span, Instant now) {
        return span.covers(now);
    }

    /** Whether verifiers may still meet, or soon will meet, a token of this key. */
    public static boolean isPublished(Span span, Instant now) {
        return now.isBefore(span.until().plus(TAIL));
    }
}
