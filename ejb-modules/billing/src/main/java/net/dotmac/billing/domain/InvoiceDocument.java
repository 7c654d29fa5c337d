package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.customers.BillTo;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.platform.Seller;

/**
 * An issued document with all it shows, as it was copied when it was issued.
 *
 * @param kind invoice or credit note
 * @param number its number in its series
 * @param correctedNumber number of the invoice that a credit note corrects, or null
 * @param issuedOn its date
 * @param dueOn when it is to be paid
 * @param accountNumber the billing account
 * @param seller as of the issue
 * @param buyer as of the issue
 * @param currency ISO 4217
 * @param treatment how it was taxed
 * @param lines in order
 * @param taxes per category and rate
 */
public record InvoiceDocument(
        DocumentKind kind,
        String number,
        String correctedNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        String accountNumber,
        Seller seller,
        BillTo buyer,
        String currency,
        TaxTreatment treatment,
        List<Line> lines,
        List<TaxTotal> taxes) {

    public InvoiceDocument {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** Minor units. */
    public long net() {
        return lines.stream().mapToLong(Line::net).reduce(0, Math::addExact);
    }

    /** Minor units. */
    public long tax() {
        return lines.stream().mapToLong(Line::tax).reduce(0, Math::addExact);
    }

    /** Minor units. */
    public long gross() {
        return Math.addExact(net(), tax());
    }

    /** Whether every price has its tax inside: then the lines show what the buyer pays, otherwise the nets. */
    public boolean showsGross() {
        return lines.stream().allMatch(Line::taxIncluded);
    }

    /**
     * One line.
     *
     * @param kind what it charges for
     * @param description in the words of the catalogue
     * @param period the service period
     * @param quantity units
     * @param unitPrice of one unit, or null where tiers differ
     * @param discount what discounts took off, minor units
     * @param net minor units
     * @param tax its part of the document's tax
     * @param taxPercent all its rates together
     * @param taxIncluded whether the unit price has the tax inside
     * @param usage what was measured, or null
     */
    public record Line(
            LineKind kind,
            String description,
            BillingPeriod period,
            BigDecimal quantity,
            BigDecimal unitPrice,
            long discount,
            long net,
            long tax,
            BigDecimal taxPercent,
            boolean taxIncluded,
            MeasuredUsage usage) {}
}
