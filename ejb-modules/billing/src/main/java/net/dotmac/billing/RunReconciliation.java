package net.dotmac.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a run was expected to do and what it did, to the account and to the cent, and how its sums differ from the month before.
 *
 * @param run with its counts
 * @param unaccounted accounts that were expected and are none of billed, nothing to bill, blocked or changed; 0 where all adds up
 * @param sums per currency; of a preview without documents
 * @param blockedByReason why accounts were left, with what they were billed the month before
 * @param variance by product; empty of a preview, which writes no lines
 * @param before the days of the month before that the variance compares with, or null without documents
 */
public record RunReconciliation(
        BillingRunDetails run,
        int unaccounted,
        List<Sum> sums,
        List<Blocked> blockedByReason,
        List<Variance> variance,
        Days before) {

    public RunReconciliation {
        sums = List.copyOf(sums);
        blockedByReason = List.copyOf(blockedByReason);
        variance = List.copyOf(variance);
    }

    /** Whether every account is accounted for and the documents sum to what the run counted. */
    public boolean isBalanced() {
        return unaccounted == 0
                && (run.mode().equals("preview") || sums.stream().allMatch(Sum::isEqual));
    }

    /**
     * What the run counted and what its documents say, in one currency; minor units.
     *
     * @param counted as the slices counted it
     * @param documents as the documents themselves say; zeros of a preview
     */
    public record Sum(String currency, BillingRunDetails.Total counted, BillingRunDetails.Total documents) {

        public boolean isEqual() {
            return counted.equals(documents);
        }
    }

    /**
     * Accounts that were left for one reason.
     *
     * @param netBefore what they were billed for the same days of the month before, minor units
     * @param currency of it; null where they were billed nothing
     */
    public record Blocked(String reason, int accounts, String currency, long netBefore) {}

    /**
     * A product's net turnover, this month and last; minor units. The difference is the sum of its reasons.
     *
     * @param product as the lines call it
     * @param kind what the lines charge for
     * @param documents how many of this run have it
     * @param newItems of items that had no line the month before
     * @param ended of items that have none any more, 0 or less
     * @param priceChanged of items with another unit price
     * @param other of the same items at the same price: part of a month, quantity, usage, discounts
     */
    public record Variance(
            String product,
            String kind,
            String currency,
            int documents,
            long net,
            long netBefore,
            long newItems,
            long ended,
            long priceChanged,
            long other) {

        public long difference() {
            return net - netBefore;
        }
    }

    /** Cycle dates, both included. */
    public record Days(LocalDate from, LocalDate to) {}
}
