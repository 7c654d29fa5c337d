package net.dotmac.billing.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.LineKind;
import net.dotmac.billing.domain.TaxKey;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.customers.BillTo;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.ledger.DocumentPosting;

/**
 * A document to be issued: everything but its number.
 *
 * @param correctsId the invoice a credit note corrects, or null
 * @param reason why, for a credit note a person issued; otherwise null
 * @param runId the run that issues it, or null
 * @param slice of the run, or null
 */
record NewDocument(
        UUID id,
        DocumentKind kind,
        UUID accountId,
        String accountNumber,
        UUID correctsId,
        String reason,
        UUID runId,
        Integer slice,
        LocalDate cycleDate,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        TaxTreatment treatment,
        BillTo buyer,
        List<NewLine> lines,
        List<TaxTotal> taxes) {

    static final UUID NOTHING_REPLACED = new UUID(0, 0);

    long net() {
        return lines.stream().mapToLong(NewLine::net).reduce(0, Math::addExact);
    }

    long tax() {
        return lines.stream().mapToLong(NewLine::tax).reduce(0, Math::addExact);
    }

    DocumentPosting posting() {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (NewLine line : lines) {
            long[] sum = sums.computeIfAbsent(TaxKey.of(line.taxCategory(), line.taxPercent()), key -> new long[2]);
            sum[0] = Math.addExact(sum[0], line.net());
            sum[1] = Math.addExact(sum[1], line.tax());
        }
        List<DocumentPosting.Part> parts = new ArrayList<>();
        sums.forEach((key, sum) -> parts.add(new DocumentPosting.Part(key, sum[0], sum[1])));
        return new DocumentPosting(id, accountId, currency, parts, issuedOn, dueOn);
    }

    /** @param replaces the document that held the line before, or {@link #NOTHING_REPLACED} */
    record NewLine(
            UUID itemId,
            UUID productId,
            LineKind kind,
            String description,
            BillingPeriod period,
            BigDecimal quantity,
            BigDecimal unitPrice,
            long undiscounted,
            long discount,
            long net,
            long tax,
            String taxCategory,
            BigDecimal taxPercent,
            boolean taxIncluded,
            int changeSequence,
            UUID replaces,
            MeasuredUsage usage) {}
}
