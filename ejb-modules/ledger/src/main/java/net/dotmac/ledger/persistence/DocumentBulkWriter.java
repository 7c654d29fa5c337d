package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerAccount;

/**
 * Books many documents at once: one row for each of their tax rates is staged by COPY, from which journal rows and
 * open items are inserted as sets. The net is booked against revenue and the tax against what is owed to the state,
 * by rate; nothing is booked for an amount of zero. Most documents have one rate, and so as few rows as can be.
 */
@ApplicationScoped
public class DocumentBulkWriter {

    private static final String STAGE = "create temporary table if not exists ledger_stage_document ("
            + "document_id uuid, billing_account_id uuid, kind text, side text, customer_account text, net_id uuid, "
            + "net_minor bigint, tax_id uuid, tax_minor bigint, tax_key text, gross_minor bigint, currency char(3), "
            + "booked_on date, document_on date, due_on date) on commit delete rows";

    /** A negative amount is booked the other way round. */
    private static final String JOURNAL = "insert into ledger.journal (tenant_id, id, debit_account, credit_account, "
            + "amount_minor, currency, booked_on, document_on, document_kind, document_id, billing_account_id, tax_key) "
            + "select ?, part.id, case when part.amount > 0 then s.customer_account else part.account end, "
            + "case when part.amount > 0 then part.account else s.customer_account end, abs(part.amount), s.currency, "
            + "s.booked_on, s.document_on, s.kind, s.document_id, s.billing_account_id, s.tax_key "
            + "from ledger_stage_document s "
            + "cross join lateral (values (s.net_id, s.net_minor, ?), (s.tax_id, s.tax_minor, ?)) "
            + "as part (id, amount, account) where part.amount <> 0";

    /** The gross stands in a document's first row only. */
    private static final String OPEN_ITEM = "insert into ledger.open_item (tenant_id, document_id, billing_account_id, "
            + "side, currency, amount_minor, open_minor, booked_on, due_on) select ?, document_id, billing_account_id, "
            + "side, currency, abs(gross_minor), abs(gross_minor), booked_on, due_on from ledger_stage_document "
            + "where gross_minor is not null";

    /** In their order, so that two writers of the same new keys wait for each other in turn. */
    private static final String TAX_KEYS =
            "insert into ledger.tax_key (tenant_id, tax_key) select ?, unnest(?) on conflict do nothing";

    @Inject
    private Database database;

    /** Writes journal rows and open items of all documents, in the caller's transaction, none in a closed month. */
    public void write(List<DocumentPosting> postings, OpenBooks books) {
        write(postings, books, Nature.SALE);
    }

    /** The same for what is given up of receivables, with negative amounts, and for what comes back of it. */
    public void writeOff(DocumentPosting posting, OpenBooks books) {
        write(List.of(posting), books, Nature.WRITE_OFF);
    }

    private void write(List<DocumentPosting> postings, OpenBooks books, Nature nature) {
        CopyRows rows = new CopyRows();
        postings.forEach(posting -> stage(posting, books, nature, rows));
        UUID tenant = CallContext.current().tenantId();
        database.update(STAGE);
        database.update("truncate ledger_stage_document");
        database.copy("ledger_stage_document", rows);
        database.update(JOURNAL, tenant, nature.counter.wire(), LedgerAccount.TAX_PAYABLE.wire());
        database.update(OPEN_ITEM, tenant);
        database.update(TAX_KEYS, tenant, taxKeys(postings));
    }

    private static String[] taxKeys(List<DocumentPosting> postings) {
        return postings.stream()
                .flatMap(posting -> posting.parts().stream())
                .map(DocumentPosting.Part::taxKey)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static void stage(DocumentPosting posting, OpenBooks books, Nature nature, CopyRows rows) {
        Long gross = posting.grossMinor();
        boolean isInvoice = gross >= 0;
        LedgerAccount customer = isInvoice ? LedgerAccount.RECEIVABLES : LedgerAccount.CUSTOMER_CREDIT;
        for (DocumentPosting.Part part : posting.parts()) {
            rows.add(
                    posting.documentId(),
                    posting.billingAccountId(),
                    isInvoice ? nature.asked : nature.given,
                    isInvoice ? "receivable" : "credit",
                    customer.wire(),
                    Ids.next(),
                    part.netMinor(),
                    Ids.next(),
                    part.taxMinor(),
                    part.taxKey(),
                    gross,
                    posting.currency(),
                    books.forward(posting.bookedOn()),
                    books.forwardedFrom(posting.bookedOn()),
                    posting.dueOn());
            gross = null;
        }
    }

    /** What stands against the customer's account, and what the bookings are called. */
    private enum Nature {
        SALE(LedgerAccount.REVENUE, "invoice", "creditNote"),
        WRITE_OFF(LedgerAccount.WRITE_OFF, "recovery", "writeOff");

        private final LedgerAccount counter;
        private final String asked;
        private final String given;

        Nature(LedgerAccount counter, String asked, String given) {
            this.counter = counter;
            this.asked = asked;
            this.given = given;
        }
    }
}
