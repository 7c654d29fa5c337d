package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.AccountAge;
import net.dotmac.ledger.AccountMovement;
import net.dotmac.ledger.AccountStatement;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpenItem;

/** Reads what was open on a past day, from the items booked and the allocations made until then. */
@ApplicationScoped
public class ReportRepository {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Items with what was open of them; takes the day three times. */
    private static final String OPEN =
            "select i.document_id, i.billing_account_id, i.side, i.currency, i.amount_minor, "
                    + "(i.amount_minor - case i.side when 'receivable' then coalesce(r.settled, 0) else coalesce(c.settled, 0) end)"
                    + "::bigint as open_minor, i.booked_on, i.due_on from ledger.open_item i "
                    + "left join (select receivable_id, sum(amount_minor) as settled from ledger.allocation "
                    + "where booked_on <= ? group by receivable_id) r on r.receivable_id = i.document_id "
                    + "left join (select credit_id, sum(amount_minor) as settled from ledger.allocation "
                    + "where booked_on <= ? group by credit_id) c on c.credit_id = i.document_id where i.booked_on <= ?";

    private static final String ITEMS = "select *, count(*) over () as total from (" + OPEN
            + ") o where open_minor <> 0 order by due_on, document_id";

    /** Takes the day of the ages twice, then those of {@link #OPEN}. */
    private static final String AGES = "select billing_account_id, currency, "
            + "coalesce(sum(open_minor) filter (where days <= 0), 0)::bigint, "
            + "coalesce(sum(open_minor) filter (where days between 1 and 30), 0)::bigint, "
            + "coalesce(sum(open_minor) filter (where days between 31 and 60), 0)::bigint, "
            + "coalesce(sum(open_minor) filter (where days between 61 and 90), 0)::bigint, "
            + "coalesce(sum(open_minor) filter (where days > 90), 0)::bigint, "
            + "coalesce(sum(open_minor) filter (where side = 'credit'), 0)::bigint, count(*) over () as total "
            + "from (select *, case side when 'receivable' then ?::date - due_on end as days from (" + OPEN
            + ") o where open_minor <> 0) a group by %s order by "
            + "coalesce(sum(open_minor) filter (where side = 'receivable'), 0) desc, 1, 2";

    private static final String AGES_BY_ACCOUNT = AGES.formatted("billing_account_id, currency");
    private static final String AGES_BY_CURRENCY =
            AGES.formatted("currency").replaceFirst("billing_account_id", "null::uuid");

    /** Rows that change what an account owes less what is its own, one for each document and day. */
    private static final String BALANCE_CHANGES =
            "select booked_on, document_kind, document_id, minor from (select booked_on, document_kind, document_id, "
                    + "sum(case when debit_account in ('receivables', 'customerCredit') then amount_minor else 0 end "
                    + "- case when credit_account in ('receivables', 'customerCredit') then amount_minor else 0 end)::bigint "
                    + "as minor, min(recorded_at) as recorded_at from ledger.journal "
                    + "where billing_account_id = ? and currency = ? and booked_on between ? and ? "
                    + "group by booked_on, document_kind, document_id) c "
                    + "where minor <> 0 order by booked_on, recorded_at, document_id";

    private static final String BALANCE_BEFORE =
            "select coalesce(sum(case when debit_account in ('receivables', 'customerCredit') then amount_minor else 0 end "
                    + "- case when credit_account in ('receivables', 'customerCredit') then amount_minor else 0 end), 0)"
                    + "::bigint from ledger.journal where billing_account_id = ? and currency = ? and booked_on < ?";

    @Inject
    private Database database;

    /** What changed an account's balance, in order. */
    public AccountStatement statement(UUID accountId, String currency, LocalDate from, LocalDate to) {
        long opening = database.first(BALANCE_BEFORE, row -> row.getLong(1), accountId, currency, from)
                .orElse(0L);
        List<AccountStatement.Entry> entries = new ArrayList<>();
        long[] balance = {opening};
        database.list(
                        BALANCE_CHANGES,
                        row -> new AccountStatement.Entry(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getLong(4),
                                0),
                        accountId,
                        currency,
                        from,
                        to)
                .forEach(each -> {
                    balance[0] = Math.addExact(balance[0], each.amountMinor());
                    entries.add(new AccountStatement.Entry(
                            each.bookedOn(), each.kind(), each.documentId(), each.amountMinor(), balance[0]));
                });
        return new AccountStatement(accountId, currency, from, to, opening, balance[0], entries);
    }

    public Page<OpenItem> items(LocalDate asOf, int offset, int limit) {
        return page(ITEMS, ReportRepository::item, asOf, asOf, asOf, limit, offset);
    }

    public Page<AccountAge> ages(LocalDate asOf, int offset, int limit) {
        return page(AGES_BY_ACCOUNT, ReportRepository::age, asOf, asOf, asOf, asOf, limit, offset);
    }

    /** The sums by currency. */
    public List<AccountAge> ageTotals(LocalDate asOf) {
        return database.list(AGES_BY_CURRENCY, ReportRepository::age, asOf, asOf, asOf, asOf);
    }

    public void eachItem(LocalDate asOf, Consumer<List<OpenItem>> taker) {
        each(ITEMS, ReportRepository::item, taker, asOf, asOf, asOf);
    }

    public void eachAge(LocalDate asOf, Consumer<List<AccountAge>> taker) {
        each(AGES_BY_ACCOUNT, ReportRepository::age, taker, asOf, asOf, asOf, asOf);
    }

    public List<AccountMovement> movements(LocalDate from, LocalDate to) {
        return database.list(
                "select account, currency, (coalesce(sum(debit - credit) filter (where booked_on < ?), 0))::bigint, "
                        + "coalesce(sum(debit) filter (where booked_on >= ?), 0)::bigint, "
                        + "coalesce(sum(credit) filter (where booked_on >= ?), 0)::bigint from ("
                        + "select debit_account as account, currency, booked_on, amount_minor as debit, 0 as credit "
                        + "from ledger.journal where booked_on <= ? union all "
                        + "select credit_account, currency, booked_on, 0, amount_minor "
                        + "from ledger.journal where booked_on <= ?) j group by account, currency order by account, currency",
                row -> new AccountMovement(
                        LedgerAccount.ofWire(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                from,
                from,
                from,
                to,
                to);
    }

    private <T> Page<T> page(String sql, Database.RowReader<T> reader, Object... parameters) {
        long[] total = new long[1];
        List<T> rows = database.list(
                sql + " limit ? offset ?",
                row -> {
                    total[0] = row.getLong("total");
                    return reader.read(row);
                },
                parameters);
        return new Page<>(rows, total[0]);
    }

    private <T> void each(String sql, Database.RowReader<T> reader, Consumer<List<T>> taker, Object... parameters) {
        List<T> rows = new ArrayList<>();
        database.each(
                sql,
                row -> {
                    rows.add(reader.read(row));
                    if (rows.size() == ROWS_AT_ONCE) {
                        taker.accept(List.copyOf(rows));
                        rows.clear();
                    }
                },
                parameters);
        if (!rows.isEmpty()) {
            taker.accept(List.copyOf(rows));
        }
    }

    private static OpenItem item(ResultSet row) throws SQLException {
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

    private static AccountAge age(ResultSet row) throws SQLException {
        return new AccountAge(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
