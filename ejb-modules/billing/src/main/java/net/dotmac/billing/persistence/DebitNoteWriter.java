package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.domain.DebitNoteCalculator.Asked;
import net.dotmac.billing.domain.DocumentKind;
import net.dotmac.billing.domain.TaxCalculator.Taxed;
import net.dotmac.billing.domain.TaxCalculator.TaxedLine;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.billing.persistence.NewDocument.NewLine;
import net.dotmac.customers.BillTo;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.Database;

/**
 * Issues debit notes. What a line of theirs charges for is its source, where other lines have a subscription item: so the key
 * that keeps any charge from being made twice also keeps a source from getting two notes.
 */
@ApplicationScoped
public class DebitNoteWriter {

    @Inject
    private Database database;

    @Inject
    private DocumentWriter documents;

    /** The debit note of a source, if it has one. */
    public Optional<UUID> issuedFor(UUID sourceId) {
        return database.first(
                "select invoice_id from billing.invoice_line where item_id = ? and kind in ('fee', 'lateFee', 'damages') "
                        + "and replaces = ? limit 1",
                row -> row.getObject(1, UUID.class),
                sourceId,
                NewDocument.NOTHING_REPLACED);
    }

    /**
     * Issues the note.
     *
     * @param asked the request's lines, in its order
     * @param taxed the same with their tax
     * @return its id
     */
    public UUID write(
            BillingAccountDetails account,
            DebitNoteRequest request,
            BillTo buyer,
            List<Asked> asked,
            Taxed taxed,
            LocalDate day) {
        List<NewLine> lines = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            lines.add(line(request.sourceId(), i, asked.get(i), taxed.lines().get(i), account.currency(), day));
        }
        NewDocument note = new NewDocument(
                Ids.next(),
                DocumentKind.DEBIT_NOTE,
                account.id(),
                account.number(),
                request.correctsId(),
                request.reason(),
                null,
                null,
                day,
                day,
                day.plusDays(account.paymentTermDays()),
                account.currency(),
                TaxTreatment.ofWire(account.taxTreatment()),
                buyer,
                lines,
                taxed.totals());
        documents.write(List.of(note));
        return note.id();
    }

    private static NewLine line(
            UUID sourceId, int position, Asked asked, TaxedLine taxed, String currency, LocalDate day) {
        return new NewLine(
                sourceId,
                null,
                asked.kind(),
                asked.description(),
                new BillingPeriod(day, day.plusDays(1)),
                BigDecimal.ONE,
                new Money(asked.amount(), currency).amount(),
                asked.amount(),
                0,
                taxed.net(),
                taxed.tax(),
                asked.category(),
                taxed.percent(),
                asked.taxIncluded(),
                position,
                NewDocument.NOTHING_REPLACED,
                null);
    }
}
