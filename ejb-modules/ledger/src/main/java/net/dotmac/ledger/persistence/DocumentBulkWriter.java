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

/** Books many documents at once: staged by COPY, then inserted as two sets, journal rows and open items. */
@ApplicationScoped
public class DocumentBulkWriter {

    private static final String STAGE_JOURNAL = "create temporary table if not exists ledger_stage_journal ("
            + "id uuid, debit_account text, credit_account text, amount_minor bigint, currency char(3), "
            + "booked_on date, document_kind text, document_id uuid, billing_account_id uuid) on commit delete rows";
    private static final String STAGE_ITEM = "create temporary table if not exists ledger_stage_item ("
            + "document_id uuid, billing_account_id uuid, side text, currency char(3), amount_minor bigint, "
            + "booked_on date, due_on date) on commit delete rows";

    @Inject
    private Database database;

    /** Writes journal rows and open items of all documents, in the caller's transaction. */
    public void write(List<DocumentPosting> postings) {
        CopyRows journal = new CopyRows();
        CopyRows items = new CopyRows();
        for (DocumentPosting posting : postings) {
            boolean isInvoice = posting.grossMinor() >= 0;
            LedgerAccount customer = isInvoice ? LedgerAccount.RECEIVABLES : LedgerAccount.CUSTOMER_CREDIT;
            addRow(journal, posting, customer, LedgerAccount.REVENUE, posting.netMinor());
            addRow(journal, posting, customer, LedgerAccount.TAX_PAYABLE, posting.taxMinor());
            items.add(
                    posting.documentId(),
                    posting.billingAccountId(),
                    isInvoice ? "receivable" : "credit",
                    posting.currency(),
                    Math.abs(posting.grossMinor()),
                    posting.bookedOn(),
                    posting.dueOn());
        }
        store(journal, items);
    }

    private static void addRow(
            CopyRows journal, DocumentPosting posting, LedgerAccount customer, LedgerAccount other, long amount) {
        if (amount == 0) {
            return;
        }
        LedgerAccount debit = amount > 0 ? customer : other;
        LedgerAccount credit = amount > 0 ? other : customer;
        journal.add(
                Ids.next(),
                debit.wire(),
                credit.wire(),
                Math.abs(amount),
                posting.currency(),
                posting.bookedOn(),
                posting.grossMinor() >= 0 ? "invoice" : "creditNote",
                posting.documentId(),
                posting.billingAccountId());
    }

    private void store(CopyRows journal, CopyRows items) {
        UUID tenant = CallContext.current().tenantId();
        database.update(STAGE_JOURNAL);
        database.update(STAGE_ITEM);
        database.update("truncate ledger_stage_journal, ledger_stage_item");
        database.copy("ledger_stage_journal", journal);
        database.copy("ledger_stage_item", items);
        database.update(
                "insert into ledger.journal (tenant_id, id, debit_account, credit_account, amount_minor, currency, "
                        + "booked_on, document_kind, document_id, billing_account_id) "
                        + "select ?, s.* from ledger_stage_journal s",
                tenant);
        database.update(
                "insert into ledger.open_item (tenant_id, document_id, billing_account_id, side, currency, "
                        + "amount_minor, open_minor, booked_on, due_on) "
                        + "select ?, document_id, billing_account_id, side, currency, amount_minor, amount_minor, "
                        + "booked_on, due_on from ledger_stage_item",
                tenant);
    }
}
