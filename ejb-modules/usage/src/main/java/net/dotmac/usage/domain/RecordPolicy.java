package net.dotmac.usage.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dotmac.kernel.DomainException;
import net.dotmac.usage.UsageRecord;

/**
 * Tells what keeps a record from being kept. One that is older than the runs look back would be kept and never billed, so it is
 * refused, as is one from a clock that is ahead.
 */
public final class RecordPolicy {

    /** A month less than billing looks back. */
    public static final Duration OLDEST = Duration.ofDays(93);

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000000");
    private static final int DECIMALS = 8;

    private RecordPolicy() {}

    /** @throws DomainException {@code invalid-value} for a record that says too little or what can't be stored */
    public static void check(UsageRecord usage) {
        requireText("source", usage.source(), 100);
        requireText("sourceId", usage.sourceId(), 200);
        requireText("unitOfMeasure", usage.unitOfMeasure(), 20);
        BigDecimal quantity = usage.quantity();
        if (quantity == null
                || quantity.signum() < 0
                || quantity.compareTo(HIGHEST) >= 0
                || quantity.scale() > DECIMALS) {
            throw DomainException.invalid(
                    "quantity",
                    "Found " + quantity + " in " + usage.sourceId() + ", expected 0 or more with at most 8 decimals.");
        }
        if (usage.usedAt() == null || usage.productId() == null) {
            throw DomainException.invalid(
                    "usedAt", "Record " + usage.sourceId() + " names no product or no time of use.");
        }
    }

    /** Why a delivered record can't be kept, or empty. */
    public static Optional<String> fault(UsageRecord usage, Instant now) {
        try {
            check(usage);
        } catch (DomainException e) {
            return Optional.of(e.getMessage());
        }
        if (usage.usedAt().isBefore(now.minus(OLDEST))) {
            return Optional.of("Used at " + usage.usedAt() + ", more than " + OLDEST.toDays() + " days ago.");
        }
        return usage.usedAt().isAfter(now.plus(AHEAD))
                ? Optional.of("Used at " + usage.usedAt() + ", more than a day from now.")
                : Optional.empty();
    }

    private static void requireText(String attribute, String text, int atMost) {
        if (text == null || text.isBlank() || text.length() > atMost || text.indexOf('\0') >= 0) {
            throw DomainException.invalid(attribute, "Expected 1 to " + atMost + " characters for " + attribute + ".");
        }
    }
}
