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
 * Books many documents at once: one row each is staged by COPY, from which journal rows and open items are inserted as sets. A
 * document's net is booked against revenue and its tax against what is owed to the state; nothing is booked for an amount of zero.
 */
@ApplicationScoped
public class DocumentBulkWriter {

    private static final String STAGE = "create temporary table if not exists ledger_stage_document ("
            + "document_id uuid, billing_account_id uuid, kind text, side text, customer_account text, net_id uuid, "
            + "net_minor bigint, tax_id uuid, tax_minor bigint, gross_minor bigint, currency char(3), booked_on date, "
            + "document_on date, due_on date) on commit delete rows";

    /** A negative amount is booked the other way round. */
    private static final String JOURNAL = "insert into ledger.journal (tenant_id, id, debit_account, credit_account, "
            + "amount_minor, currency, booked_on, document_on, document_kind, document_id, billing_account_id) "
            + "select ?, part.id, case when part.amount > 0 then s.customer_account else part.account end, "
            + "case when part.amount > 0 then part.account else s.customer_account end, abs(part.amount), s.currency, "
            + "s.booked_on, s.document_on, s.kind, s.document_id, s.billing_account_id from ledger_stage_document s "
            + "cross join lateral (values (s.net_id, s.net_minor, ?), (s.tax_id, s.tax_minor, ?)) "
            + "as part (id, amount, account) where part.amount <> 0";

    private static final String OPEN_ITEM = "insert into ledger.open_item (tenant_id, document_id, billing_account_id, "
            + "side, currency, amount_minor, open_minor, booked_on, due_on) select ?, document_id, billing_account_id, "
            + "side, currency, abs(gross_minor), abs(gross_minor), booked_on, due_on from ledger_stage_document";

    @Inject
    private Database database;

    /** Writes journal rows and open items of all documents, in the caller's transaction, none in a closed month. */
    public void write(List<DocumentPosting> postings, OpenBooks books) {
        CopyRows rows = new CopyRows();
        for (DocumentPosting posting : postings) {
            boolean isInvoice = posting.grossMinor() >= 0;
            LedgerAccount customer = isInvoice ? LedgerAccount.RECEIVABLES : LedgerAccount.CUSTOMER_CREDIT;
            rows.add(
                    posting.documentId(),
                    posting.billingAccountId(),
                    isInvoice ? "invoice" : "creditNote",
                    isInvoice ? "receivable" : "credit",
                    customer.wire(),
                    Ids.next(),
                    posting.netMinor(),
                    Ids.next(),
                    posting.taxMinor(),
                    posting.grossMinor(),
                    posting.currency(),
                    books.forward(posting.bookedOn()),
                    books.forwardedFrom(posting.bookedOn()),
                    posting.dueOn());
        }
        UUID tenant = CallContext.current().tenantId();
        database.update(STAGE);
        database.update("truncate ledger_stage_document");
        database.copy("ledger_stage_document", rows);
        database.update(JOURNAL, tenant, LedgerAccount.REVENUE.wire(), LedgerAccount.TAX_PAYABLE.wire());
        database.update(OPEN_ITEM, tenant);
    }
}
