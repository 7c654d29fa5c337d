package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.BillingRunAccount;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunException;
import net.dotmac.billing.domain.BillingRun;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** What there is to tell of runs: how far they are, their sums, and the accounts they could not bill. */
@ApplicationScoped
public class BillingRunReader {

    private final EntityList<BillingRun> list = new EntityList<>(BillingRun.class, "e.id desc")
            .with("id", "e.id", UUID.class)
            .with("mode", "e.mode", String.class)
            .with("state", "e.state", String.class)
            .with("date", "e.billDate", LocalDate.class)
            .with("startedBy", "e.startedBy", String.class)
            .with("startedAt", "e.startedAt", Instant.class);

    @PersistenceContext(unitName = "billing")
    private EntityManager em;

    @Inject
    private Database database;

    public Page<UUID> find(Query query) {
        return list.find(em, query).map(BillingRun::id);
    }

    /** Why slices were given up. */
    public String sliceRemarks(UUID runId) {
        return String.join(
                "; ",
                database.list(
                        "select remark from billing.billing_run_slice where run_id = ? and state = 'failed' "
                                + "order by slice limit 5",
                        row -> row.getString(1),
                        runId));
    }

    public Optional<BillingRunDetails> details(UUID runId) {
        return database.first(
                "select r.*, coalesce(s.slices, 0) as slices, coalesce(s.slices_done, 0) as slices_done, "
                        + "coalesce(s.accounts_done, 0) as accounts_done, coalesce(s.billed, 0) as billed, "
                        + "coalesce(s.nothing, 0) as nothing, coalesce(s.blocked, 0) as blocked, "
                        + "coalesce(s.changed, 0) as changed from billing.billing_run r left join lateral ("
                        + "select count(*) as slices, count(*) filter (where state = 'done') as slices_done, "
                        + "sum(accounts) filter (where state = 'done') as accounts_done, sum(billed) as billed, "
                        + "sum(nothing) as nothing, sum(blocked) as blocked, sum(changed) as changed "
                        + "from billing.billing_run_slice x where x.tenant_id = r.tenant_id and x.run_id = r.id"
                        + ") s on true where r.id = ?",
                this::details,
                runId);
    }

    private BillingRunDetails details(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new BillingRunDetails(
                id,
                row.getString("mode"),
                row.getObject("bill_date", LocalDate.class),
                row.getString("state"),
                row.getInt("accounts"),
                row.getInt("accounts_done"),
                row.getInt("slices"),
                row.getInt("slices_done"),
                row.getInt("billed"),
                row.getInt("nothing"),
                row.getInt("blocked"),
                row.getInt("changed"),
                totals(id),
                row.getString("started_by"),
                Database.instant(row, "started_at"),
                Database.instant(row, "heartbeat_at"),
                Database.instant(row, "finished_at"),
                row.getString("remark"));
    }

    public List<BillingRunDetails.Total> totals(UUID runId) {
        return database.list(
                "select currency, sum(documents)::int, sum(net_minor)::bigint, sum(tax_minor)::bigint, "
                        + "sum(gross_minor)::bigint from billing.billing_run_total where run_id = ? "
                        + "group by currency order by currency",
                BillingRunReader::total,
                runId);
    }

    /** The same sums, from the documents themselves. */
    public List<BillingRunDetails.Total> documentTotals(UUID runId) {
        return database.list(
                "select i.currency, count(*)::int, sum(i.net_minor)::bigint, sum(i.tax_minor)::bigint, "
                        + "sum(i.gross_minor)::bigint from billing.invoice i where i.run_id = ? group by i.currency order by i.currency",
                BillingRunReader::total,
                runId);
    }

    private static BillingRunDetails.Total total(ResultSet row) throws SQLException {
        return new BillingRunDetails.Total(
                row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    public List<BillingRunException> exceptions(UUID runId) {
        return database.list(
                "select * from billing.billing_run_exception where run_id = ? order by account_number",
                row -> new BillingRunException(
                        row.getObject("run_id", UUID.class),
                        row.getObject("billing_account_id", UUID.class),
                        row.getString("account_number"),
                        row.getString("account_name"),
                        row.getObject("customer_id", UUID.class),
                        row.getObject("cycle_date", LocalDate.class),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getString("state"),
                        Database.instant(row, "raised_at"),
                        Database.instant(row, "resolved_at")),
                runId);
    }

    public List<BillingRunAccount> accounts(UUID runId, int offset, int limit) {
        return database.list(
                "select * from billing.billing_run_account where run_id = ? "
                        + "order by billing_account_id, cycle_date offset ? limit ?",
                row -> new BillingRunAccount(
                        row.getObject("billing_account_id", UUID.class),
                        row.getString("account_number"),
                        row.getObject("cycle_date", LocalDate.class),
                        row.getString("outcome"),
                        row.getString("currency"),
                        row.getLong("net_minor"),
                        row.getLong("tax_minor"),
                        row.getLong("gross_minor")),
                runId,
                offset,
                limit);
    }
}
