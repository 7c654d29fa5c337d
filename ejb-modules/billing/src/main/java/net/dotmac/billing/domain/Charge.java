package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.BillingPeriod;

/**
 * One line before tax.
 *
 * @param itemId the subscription item charged for
 * @param productId its product
 * @param kind what is charged
 * @param description what the line says, in the words of the catalogue
 * @param period the service period; one day for a one-time charge
 * @param quantity how many units
 * @param unitPrice price of one unit for a whole period, up to 8 decimals; null where tiers differ
 * @param undiscounted quantity × price for the period, rounded to minor units
 * @param discount what the discounts took off, 0 or more for charges, 0 or less for credits
 * @param currency of the price
 * @param taxIncluded whether {@link #amount()} has the tax inside
 * @param taxCategory from the price; null is an error that blocks the document
 * @param taxPoint the day whose tax rate applies; of a period its last unless the tenant's rule says otherwise
 * @param changeSequence how many times the item was credited before, part of the charge's key
 * @param usage what was measured, for usage lines; otherwise null
 */
public record Charge(
        UUID itemId,
        UUID productId,
        LineKind kind,
        String description,
        BillingPeriod period,
        BigDecimal quantity,
        BigDecimal unitPrice,
        long undiscounted,
        long discount,
        String currency,
        boolean taxIncluded,
        String taxCategory,
        LocalDate taxPoint,
        int changeSequence,
        MeasuredUsage usage) {

    /** What the line charges in minor units: without tax, or with it if {@link #taxIncluded()}. */
    public long amount() {
        return Math.subtractExact(undiscounted, discount);
    }

    /** The days of a part of its period, taxed as of their last. */
    Charge part(BillingPeriod days, long undiscountedPart, long discountPart) {
        return new Charge(
                itemId,
                productId,
                kind,
                description,
                days,
                quantity,
                unitPrice,
                undiscountedPart,
                discountPart,
                currency,
                taxIncluded,
                taxCategory,
                days.lastDay(),
                changeSequence,
                usage);
    }

    /**
     * @param used units measured in the period
     * @param allowance units of it that are free
     * @param unitOfMeasure e.g. {@code GB}
     * @param rolledOver units covered by earlier periods' allowances; null where none can be
     * @param formula how the amount comes about, in numbers and signs; null or empty if there is nothing to explain
     */
    public record MeasuredUsage(
            BigDecimal used, BigDecimal allowance, String unitOfMeasure, BigDecimal rolledOver, String formula) {

        /** With nothing to explain. */
        public MeasuredUsage(BigDecimal used, BigDecimal allowance, String unitOfMeasure) {
            this(used, allowance, unitOfMeasure, null, null);
        }
    }
}
