package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.AccountsAfter;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.TrialBalance;

/** Reads and adds single rows of the ledger. */
@ApplicationScoped
public class LedgerRepository {

    static final String ITEM = "select document_id, billing_account_id, side, currency, amount_minor, open_minor, "
            + "booked_on, due_on from ledger.open_item ";

    @Inject
    private Database database;

    public Optional<OpenItem> lock(UUID documentId) {
        return database.first(ITEM + "where document_id = ? for update", LedgerRepository::item, documentId);
    }

    public List<OpenItem> items(Collection<UUID> documentIds) {
        return database.list(
                ITEM + "where document_id = any(?)", LedgerRepository::item, (Object) documentIds.toArray(UUID[]::new));
    }

    /** What is open of an account, locked until the transaction ends: due first first. */
    public List<OpenItem> lockOpen(UUID billingAccountId) {
        return database.list(
                ITEM
                        + "where billing_account_id = ? and open_minor > 0 order by due_on, booked_on, document_id for update",
                LedgerRepository::item,
                billingAccountId);
    }

    public List<OpenItem> open(UUID billingAccountId) {
        return database.list(
                ITEM + "where billing_account_id = ? and open_minor > 0 order by due_on, booked_on, document_id",
                LedgerRepository::item,
                billingAccountId);
    }

    public List<UUID> accountsWithCredit(Collection<UUID> billingAccountIds) {
        return database.list(
                "select distinct billing_account_id from ledger.open_item "
                        + "where billing_account_id = any(?) and open_minor > 0 and side = 'credit' order by 1",
                row -> row.getObject(1, UUID.class),
                (Object) billingAccountIds.toArray(UUID[]::new));
    }

    /** Accounts with an open receivable that was due before a day, from the index of what is open. */
    public List<UUID> overdueAccounts(LocalDate dueBefore, AccountsAfter after) {
        return database.list(
                "select distinct billing_account_id from ledger.open_item where open_minor > 0 "
                        + "and side = 'receivable' and billing_account_id > ? and due_on < ? order by 1 limit ?",
                row -> row.getObject(1, UUID.class),
                after.id(),
                dueBefore,
                after.atMost());
    }

    public void add(OpenItem item) {
        database.update(
                "insert into ledger.open_item (tenant_id, document_id, billing_account_id, side, currency, amount_minor, "
                        + "open_minor, booked_on, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                item.documentId(),
                item.billingAccountId(),
                item.isReceivable() ? "receivable" : "credit",
                item.currency(),
                item.amountMinor(),
                item.openMinor(),
                item.bookedOn(),
                item.dueOn());
    }

    public void changeOpen(UUID documentId, long byMinor) {
        database.update(
                "update ledger.open_item set open_minor = open_minor + ? where document_id = ?", byMinor, documentId);
    }

    public void addAllocation(UUID creditId, UUID receivableId, long amountMinor, LocalDate bookedOn) {
        database.update(
                "insert into ledger.allocation (tenant_id, id, credit_id, receivable_id, amount_minor, booked_on) "
                        + "values (?, ?, ?, ?, ?, ?)",
                tenant(),
                Ids.next(),
                creditId,
                receivableId,
                amountMinor,
                bookedOn);
    }

    /** What credits settle now: the sums of their allocations that were not taken back. */
    public List<Settled> settledBy(Collection<UUID> creditIds) {
        return settled("credit_id", creditIds);
    }

    /** What settles receivables now, in the same way. */
    public List<Settled> settling(Collection<UUID> receivableIds) {
        return settled("receivable_id", receivableIds);
    }

    private List<Settled> settled(String by, Collection<UUID> ids) {
        return database.list(
                "select credit_id, receivable_id, sum(amount_minor)::bigint, max(booked_on) from ledger.allocation "
                        + "where " + by + " = any(?) and receivable_id <> credit_id "
                        + "group by credit_id, receivable_id having sum(amount_minor) <> 0 "
                        + "order by credit_id, receivable_id",
                row -> new Settled(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class)),
                (Object) ids.toArray(UUID[]::new));
    }

    public void addJournal(LedgerAccount debit, LedgerAccount credit, long amountMinor, Cause cause) {
        database.update(
                "insert into ledger.journal (tenant_id, id, debit_account, credit_account, amount_minor, currency, "
                        + "booked_on, document_on, document_kind, document_id, billing_account_id, tax_key) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                Ids.next(),
                debit.wire(),
                credit.wire(),
                amountMinor,
                cause.currency(),
                cause.bookedOn(),
                cause.documentOn(),
                cause.documentKind(),
                cause.documentId(),
                cause.billingAccountId(),
                cause.taxKey());
    }

    public List<AccountBalance> balances(Collection<UUID> billingAccountIds, LocalDate today) {
        return database.list(
                "select billing_account_id, currency, "
                        + "coalesce(sum(open_minor) filter (where side = 'receivable'), 0)::bigint, "
                        + "coalesce(sum(open_minor) filter (where side = 'receivable' and due_on < ?), 0)::bigint, "
                        + "coalesce(sum(open_minor) filter (where side = 'credit'), 0)::bigint "
                        + "from ledger.open_item where billing_account_id = any(?) and open_minor > 0 "
                        + "group by billing_account_id, currency",
                row -> new AccountBalance(
                        row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                today,
                billingAccountIds.toArray(UUID[]::new));
    }

    /** Open receivables by currency and days overdue, 0 for all that is not; reads open ones only, however many are settled. */
    public List<OpenSince> openReceivables(LocalDate today) {
        return database.list(
                "select currency, greatest(?::date - due_on, 0) as days, sum(open_minor)::bigint, count(*) "
                        + "from ledger.open_item where open_minor > 0 and side = 'receivable' group by 1, 2",
                row -> new OpenSince(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4)),
                today);
    }

    /** @param daysOverdue 0 or more */
    public record OpenSince(String currency, int daysOverdue, long openMinor, long documents) {}

    public List<TrialBalance.Row> accounts(LocalDate asOf) {
        return database.list(
                "select account, currency, sum(debit)::bigint, sum(credit)::bigint from ("
                        + "select debit_account as account, currency, amount_minor as debit, 0 as credit "
                        + "from ledger.journal where booked_on <= ? union all "
                        + "select credit_account, currency, 0, amount_minor from ledger.journal where booked_on <= ?) j "
                        + "group by account, currency order by account, currency",
                row -> new TrialBalance.Row(
                        LedgerAccount.ofWire(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)),
                asOf,
                asOf);
    }

    /** What each control account should say as of a day, by currency: open receivables, open credits, and what is held. */
    public List<TrialBalance.Row> openItems(LocalDate asOf) {
        List<TrialBalance.Row> rows = new ArrayList<>(openDocuments(asOf));
        rows.addAll(database.list(
                "select h.account, h.currency, sum(m.amount_minor)::bigint from ledger.held_movement m "
                        + "join ledger.held_money h on h.tenant_id = m.tenant_id and h.id = m.held_id "
                        + "where m.booked_on <= ? group by 1, 2",
                row -> new TrialBalance.Row(
                        LedgerAccount.ofWire(row.getString(1)), row.getString(2), 0, row.getLong(3)),
                asOf));
        return rows;
    }

    /** Open receivables and credits per currency as of a day, from the amounts and the allocations until then. */
    private List<TrialBalance.Row> openDocuments(LocalDate asOf) {
        return database.list(
                "select case side when 'receivable' then 'receivables' else 'customerCredit' end, i.currency, "
                        + "sum(case side when 'receivable' then i.amount_minor - coalesce(r.settled, 0) else 0 end)::bigint, "
                        + "sum(case side when 'credit' then i.amount_minor - coalesce(c.settled, 0) else 0 end)::bigint "
                        + "from ledger.open_item i "
                        + "left join (select receivable_id, sum(amount_minor) as settled from ledger.allocation "
                        + "where booked_on <= ? group by receivable_id) r on r.receivable_id = i.document_id "
                        + "left join (select credit_id, sum(amount_minor) as settled from ledger.allocation "
                        + "where booked_on <= ? group by credit_id) c on c.credit_id = i.document_id "
                        + "where i.booked_on <= ? group by 1, 2",
                row -> new TrialBalance.Row(
                        LedgerAccount.ofWire(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)),
                asOf,
                asOf,
                asOf);
    }

    static OpenItem item(ResultSet row) throws SQLException {
        return new OpenItem(
                row.getObject("document_id", UUID.class),
                row.getObject("billing_account_id", UUID.class),
                row.getString("side").equals("receivable"),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getLong("open_minor"),
                row.getObject("booked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class));
    }

    private static UUID tenant() {
        return CallContext.current().tenantId();
    }

    /**
     * How much of a receivable a credit settles.
     *
     * @param amountMinor minor units
     * @param lastOn the day of the last allocation between them
     */
    public record Settled(UUID creditId, UUID receivableId, long amountMinor, LocalDate lastOn) {}

    /**
     * Why a row is booked: its document, whose it is, when.
     *
     * @param billingAccountId null for what is booked for all together
     * @param documentOn the day the document bears, if it lies in a closed month and was forwarded; otherwise null
     * @param taxKey category and rate, or null where no tax is involved
     */
    public record Cause(
            String documentKind,
            UUID documentId,
            UUID billingAccountId,
            String currency,
            LocalDate bookedOn,
            LocalDate documentOn,
            String taxKey) {

        public Cause(String documentKind, UUID documentId, UUID billingAccountId, String currency, LocalDate bookedOn) {
            this(documentKind, documentId, billingAccountId, currency, bookedOn, null, null);
        }

        public Cause forwardedFrom(LocalDate day) {
            return new Cause(documentKind, documentId, billingAccountId, currency, bookedOn, day, taxKey);
        }

        public Cause taxed(String key) {
            return new Cause(documentKind, documentId, billingAccountId, currency, bookedOn, documentOn, key);
        }
    }
}
