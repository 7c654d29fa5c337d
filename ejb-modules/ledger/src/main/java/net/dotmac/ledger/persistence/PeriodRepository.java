package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.ChosenDays;
import net.dotmac.ledger.ClosedPeriod;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.TrialBalance;

/** Which months are closed, and how the books are held while that is asked or changed. */
@ApplicationScoped
public class PeriodRepository {

    private static final String PERIOD =
            "select id, month, closed_at, closed_by, reopened_at, reopened_by, reopen_reason from ledger.period ";

    @Inject
    private Database database;

    /** The last closed month; nobody closes or reopens one until the transaction ends. */
    public Optional<YearMonth> holdBooks() {
        return month("select ledger.hold_books()");
    }

    /** The last closed month; nobody books anything until the transaction ends. */
    public Optional<YearMonth> holdBooksAlone() {
        return month("select ledger.hold_books_alone()");
    }

    /** The last closed month, for whoever only tells of it. */
    public Optional<YearMonth> lastClosed() {
        return month("select max(month) from ledger.period where reopened_at is null");
    }

    private Optional<YearMonth> month(String sql) {
        return database.list(sql, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0)
                .map(YearMonth::from);
    }

    /** All that were ever closed, youngest month first, of one month the last close first. */
    public List<ClosedPeriod> periods() {
        return database.list(PERIOD + "order by month desc, closed_at desc, id desc", PeriodRepository::period);
    }

    public Optional<ClosedPeriod> closed(YearMonth month) {
        return database.first(
                PERIOD + "where month = ? and reopened_at is null", PeriodRepository::period, month.atDay(1));
    }

    public ClosedPeriod add(YearMonth month, Instant now, List<TrialBalance.Row> balance) {
        UUID tenant = CallContext.current().tenantId();
        UUID id = Ids.next();
        String actor = CallContext.current().actor();
        database.update(
                "insert into ledger.period (tenant_id, id, month, closed_at, closed_by) values (?, ?, ?, ?, ?)",
                tenant,
                id,
                month.atDay(1),
                now,
                actor);
        balance.forEach(row -> database.update(
                "insert into ledger.period_balance (tenant_id, period_id, account, currency, debit_minor, credit_minor) "
                        + "values (?, ?, ?, ?, ?, ?)",
                tenant,
                id,
                row.account().wire(),
                row.currency(),
                row.debitMinor(),
                row.creditMinor()));
        return new ClosedPeriod(id, month, now, actor, null, null, null);
    }

    public void reopen(UUID id, Instant now, String reason) {
        database.update(
                "update ledger.period set reopened_at = ?, reopened_by = ?, reopen_reason = ? where id = ?",
                now,
                CallContext.current().actor(),
                reason,
                id);
    }

    /** The balances a month was closed with. */
    public List<TrialBalance.Row> balance(UUID periodId) {
        return database.list(
                "select account, currency, debit_minor, credit_minor from ledger.period_balance where period_id = ? "
                        + "order by account, currency",
                row -> new TrialBalance.Row(
                        LedgerAccount.ofWire(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)),
                periodId);
    }

    public ChosenDays chosenDays() {
        return database.first("select chosen_days from ledger.book_policy", row -> ChosenDays.ofWire(row.getString(1)))
                .orElse(ChosenDays.REFUSE);
    }

    public void setChosenDays(ChosenDays chosen) {
        database.update(
                "insert into ledger.book_policy (tenant_id, chosen_days) values (?, ?) "
                        + "on conflict (tenant_id) do update set chosen_days = excluded.chosen_days",
                CallContext.current().tenantId(),
                chosen.wire());
    }

    private static ClosedPeriod period(ResultSet row) throws SQLException {
        return new ClosedPeriod(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Database.instant(row, "closed_at"),
                row.getString("closed_by"),
                Database.instant(row, "reopened_at"),
                row.getString("reopened_by"),
                row.getString("reopen_reason"));
    }
}
