package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.LineKind;
import net.dotmac.billing.domain.TaxShares;
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

    private static List<TaxTotal> taxes(List<NewLine> lines, List<TaxTotal> ofInvoice) {
        TaxShares shares = new TaxShares();
        lines.forEach(line -> shares.add(line.taxCategory(), line.taxPercent(), line.net(), line.tax()));
        return shares.totals(ofInvoice);
    }

    /** What a line charges for, whichever document it is on. */
    private static String key(StoredLine line) {
        return line.details().itemId() + " " + line.details().kind() + " "
                + line.details().periodStart() + " " + line.changeSequence();
    }
}
