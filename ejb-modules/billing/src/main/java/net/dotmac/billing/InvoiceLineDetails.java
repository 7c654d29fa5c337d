package net.dotmac.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a document or of a preview; TMF678's applied customer billing rate.
 *
 * @param invoiceId the document; null in a preview
 * @param lineNo from 1
 * @param kind {@code recurring}, {@code recurringCredit}, {@code oneTime}, {@code usage}, {@code lateUsage} or {@code lateFee}
 * @param periodStart first day of the service period
 * @param periodEnd the day after its last
 * @param unitPrice price of one unit, or null where tiers differ
 * @param discountMinor what discounts took off, minor units
 * @param netMinor minor units without tax
 * @param taxMinor its part of the document's tax
 * @param taxPercent all rates of the line together
 * @param used units measured, for usage; else null
 * @param allowance units of them that are free
 * @param rolledOver units of them that earlier periods' allowances covered, or null
 * @param formula how the amount comes about, e.g. {@code 100 × 0.5 + 50 × 0.3}, or null
 */
public record InvoiceLineDetails(
        UUID invoiceId,
        int lineNo,
        UUID itemId,
        UUID productId,
        String kind,
        String description,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal quantity,
        BigDecimal unitPrice,
        long discountMinor,
        long netMinor,
        long taxMinor,
        String taxCategory,
        BigDecimal taxPercent,
        boolean taxIncluded,
        BigDecimal used,
        BigDecimal allowance,
        String unitOfMeasure,
        BigDecimal rolledOver,
        String formula) {}
