package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpeningItem;

/** Books many opening items by few statements: staged by COPY, inserted as sets. */
@ApplicationScoped
public class OpeningItemWriter {

    private static final String STAGE = "create temporary table if not exists ledger_stage_opening (document_id uuid, "
            + "journal_id uuid, billing_account_id uuid, is_receivable boolean, amount_minor bigint, currency char(3), "
            + "due_on date) on commit delete rows";

    private static final String JOURNAL = "insert into ledger.journal (tenant_id, id, debit_account, credit_account, "
            + "amount_minor, currency, booked_on, document_kind, document_id, billing_account_id) select ?, journal_id, "
            + "case when is_receivable then ? else ? end, case when is_receivable then ? else ? end, amount_minor, "
            + "currency, ?, 'openingBalance', document_id, billing_account_id from ledger_stage_opening";

    private static final String OPEN_ITEM = "insert into ledger.open_item (tenant_id, document_id, billing_account_id, "
            + "side, currency, amount_minor, open_minor, booked_on, due_on) select ?, document_id, billing_account_id, "
            + "case when is_receivable then 'receivable' else 'credit' end, currency, amount_minor, amount_minor, ?, "
            + "due_on from ledger_stage_opening";

    @Inject
    private Database database;

    public void write(List<OpeningItem> items, LocalDate bookedOn) {
        CopyRows rows = new CopyRows();
        for (OpeningItem item : items) {
            rows.add(
                    item.documentId(),
                    Ids.next(),
                    item.billingAccountId(),
                    item.isReceivable(),
                    item.amount().minor(),
                    item.amount().currency(),
                    item.dueOn());
        }
        UUID tenant = CallContext.current().tenantId();
        String opening = LedgerAccount.OPENING_BALANCE.wire();
        database.update(STAGE);
        database.update("truncate ledger_stage_opening");
        database.copy("ledger_stage_opening", rows);
        database.update(
                JOURNAL,
                tenant,
                LedgerAccount.RECEIVABLES.wire(),
                opening,
                opening,
                LedgerAccount.CUSTOMER_CREDIT.wire(),
                bookedOn);
        database.update(OPEN_ITEM, tenant, bookedOn);
    }
}
