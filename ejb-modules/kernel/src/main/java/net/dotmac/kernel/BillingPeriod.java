package net.dotmac.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A half-open span of days in the tenant's zone: {@code start} belongs to it, {@code end} does not.
 *
 * @param start first day
 * @param end the day after the last day, later than {@code start}
 */
public record BillingPeriod(LocalDate start, LocalDate end) {

    public BillingPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a period ends after it starts, found " + start + " to " + end);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public boolean overlaps(BillingPeriod other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The days both periods share, or empty if they share none. */
    public Optional<BillingPeriod> intersect(BillingPeriod other) {
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate to = end.isBefore(other.end) ? end : other.end;
        return to.isAfter(from) ? Optional.of(new BillingPeriod(from, to)) : Optional.empty();
    }

    /** The last day that belongs to the period: what people expect to read on a document. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }
}
