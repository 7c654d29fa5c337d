package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.LineKind;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.billing.persistence.NewDocument.NewLine;
import net.dotmac.kernel.Ids;

/** Issues credit notes of single invoices. */
@ApplicationScoped
public class CreditNoteWriter {

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private DocumentWriter documents;

    /** The lines of an invoice with what was credited of each so far. */
    public List<CreditableLine> creditable(List<StoredLine> lines, List<StoredLine> credited) {
        Map<String, long[]> sums = new HashMap<>();
        for (StoredLine line : credited) {
            long[] sum = sums.computeIfAbsent(key(line), key -> new long[2]);
            sum[0] -= line.details().netMinor();
            sum[1] -= line.details().taxMinor();
        }
        List<CreditableLine> creditable = new ArrayList<>();
        for (StoredLine line : lines) {
            long[] sum = sums.getOrDefault(key(line), new long[2]);
            creditable.add(new CreditableLine(
                    line.details().lineNo(),
                    line.details().netMinor(),
                    line.details().taxMinor(),
                    sum[0],
                    sum[1]));
        }
        return creditable;
    }

    /**
     * Issues the credit note.
     *
     * @return its id
     */
    public UUID write(Invoice invoice, List<LineCredit> credits, String reason, LocalDate issuedOn) {
        List<StoredLine> lines = invoices.lines(List.of(invoice.id()));
        Map<String, UUID> lastHolder = new HashMap<>();
        for (StoredLine earlier : invoices.creditedLines(invoice.id())) {
            lastHolder.put(key(earlier), earlier.details().invoiceId());
        }
        List<NewLine> newLines = new ArrayList<>();
        for (LineCredit credit : credits) {
            StoredLine line = lines.get(credit.lineNo() - 1);
            newLines.add(negated(line, credit, lastHolder.getOrDefault(key(line), invoice.id())));
        }
        NewDocument note = new NewDocument(
                Ids.next(),
                DocumentKind.CREDIT_NOTE,
                invoice.billingAccountId(),
                invoice.accountNumber(),
                invoice.id(),
                reason,
                null,
                null,
                invoice.cycleDate(),
                issuedOn,
                issuedOn,
                invoice.currency(),
                invoice.treatment(),
                invoice.buyer(),
                newLines,
                taxes(newLines, invoices.taxes(invoice.id())));
        documents.write(List.of(note));
        return note.id();
    }

    private static NewLine negated(StoredLine line, LineCredit credit, UUID holder) {
        long amount = line.details().taxIncluded() ? credit.net() + credit.tax() : credit.net();
        return new NewLine(
                line.details().itemId(),
                line.details().productId(),
                LineKind.ofWire(line.details().kind()),
                line.details().description(),
                line.period(),
                line.details().quantity(),
                line.details().unitPrice(),
                -amount,
                0,
                -credit.net(),
                -credit.tax(),
                line.details().taxCategory(),
                line.details().taxPercent(),
                line.details().taxIncluded(),
                line.changeSequence(),
                holder,
                line.usage());
    }

    /**
     * The note's tax by rate. Where several jurisdictions share a line, its tax is parted in proportion to their rates, the
     * rest going to the last, so that the sum is exact.
     */
    private static List<TaxTotal> taxes(List<NewLine> lines, List<TaxTotal> ofInvoice) {
        Map<String, long[]> groups = new LinkedHashMap<>();
        for (NewLine line : lines) {
            long[] sums = groups.computeIfAbsent(group(line.taxCategory(), line.taxPercent()), key -> new long[2]);
            sums[0] = Math.addExact(sums[0], line.net());
            sums[1] = Math.addExact(sums[1], line.tax());
        }
        List<TaxTotal> totals = new ArrayList<>();
        groups.forEach((key, sums) -> {
            List<TaxTotal> rates = ofInvoice.stream()
                    .filter(rate -> group(rate.category(), rate.linePercent()).equals(key))
                    .toList();
            long left = sums[1];
            for (int i = 0; i < rates.size(); i++) {
                TaxTotal rate = rates.get(i);
                long part = i == rates.size() - 1 ? left : share(sums[1], rate);
                left -= part;
                totals.add(new TaxTotal(
                        rate.category(), rate.jurisdiction(), rate.percent(), rate.linePercent(), sums[0], part));
            }
        });
        return totals;
    }

    private static long share(long tax, TaxTotal rate) {
        return BigDecimal.valueOf(tax)
                .multiply(rate.percent())
                .divide(rate.linePercent(), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String group(String category, BigDecimal percent) {
        return category + " " + percent.stripTrailingZeros().toPlainString();
    }

    /** What a line charges for, whichever document it is on. */
    private static String key(StoredLine line) {
        return line.details().itemId() + " " + line.details().kind() + " "
                + line.details().periodStart() + " " + line.changeSequence();
    }
}
