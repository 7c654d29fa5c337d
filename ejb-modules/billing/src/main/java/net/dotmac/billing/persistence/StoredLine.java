package net.dotmac.billing.persistence;

import java.math.BigDecimal;
import java.util.UUID;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.InvoiceDocument;
import net.dotmac.billing.domain.LineKind;
import net.dotmac.kernel.BillingPeriod;

/** A line as it stands in the database. */
public record StoredLine(InvoiceLineDetails details, int changeSequence, UUID replaces) {

    /** For the rendered document. */
    public InvoiceDocument.Line rendered() {
        return new InvoiceDocument.Line(
                LineKind.ofWire(details.kind()),
                details.description(),
                period(),
                details.quantity(),
                details.unitPrice(),
                details.discountMinor(),
                details.netMinor(),
                details.taxMinor(),
                details.taxPercent(),
                details.taxIncluded(),
                usage());
    }

    BillingPeriod period() {
        return new BillingPeriod(details.periodStart(), details.periodEnd());
    }

    MeasuredUsage usage() {
        BigDecimal used = details.used();
        return used == null
                ? null
                : new MeasuredUsage(
                        used, details.allowance(), details.unitOfMeasure(), details.rolledOver(), details.formula());
    }
}
