package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.BillingRunAccount;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunException;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.domain.BillingRun;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Runs and their slices. */
@ApplicationScoped
public class BillingRunRepository {

    private static final int ATTEMPTS = 3;

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

    public void add(UUID id, BillingRunRequest request, Instant now) {
        CallContext context = CallContext.current();
        database.update(
                "insert into billing.billing_run (tenant_id, id, mode, bill_date, state, accounts, selected, started_by, "
                        + "started_at, heartbeat_at) values (?, ?, ?, ?, 'running', 0, ?, ?, ?, ?)",
                context.tenantId(),
                id,
                request.isPreview() ? "preview" : "issue",
                request.date(),
                request.billingAccountIds() == null
                        ? null
                        : request.billingAccountIds().toArray(UUID[]::new),
                context.actor(),
                now,
                now);
    }

    /** Cuts the accounts that are due into slices of at most {@code size}. @return how many accounts are due */
    public int addSlices(UUID runId, BillingRunRequest request, int size) {
        UUID[] selected = request.billingAccountIds() == null
                ? null
                : request.billingAccountIds().toArray(UUID[]::new);
        database.update(
                "insert into billing.billing_run_slice (tenant_id, run_id, slice, first_account, last_account, accounts, "
                        + "state) select ?, ?, slice, (array_agg(id order by id))[1], "
                        + "(array_agg(id order by id desc))[1], count(*), 'open' from ("
                        + "select id, (row_number() over (order by id) - 1) / ? + 1 as slice "
                        + "from billing.billing_account where state = 'active' and next_bill_on <= ? "
                        + "and (?::uuid[] is null or id = any(?))) due group by slice",
                CallContext.current().tenantId(),
                runId,
                size,
                request.date(),
                selected,
                selected);
        database.update(
                "update billing.billing_run r set accounts = coalesce((select sum(s.accounts) "
                        + "from billing.billing_run_slice s where s.tenant_id = r.tenant_id and s.run_id = r.id), 0) "
                        + "where id = ?",
                runId);
        return database.first("select accounts from billing.billing_run where id = ?", row -> row.getInt(1), runId)
                .orElse(0);
    }

    /** An open slice that nobody works on, its row locked until the transaction ends: that lock is the lease. */
    public Optional<Slice> claim(UUID runId) {
        return database.first(
                "select s.slice, s.first_account, s.last_account, s.accounts, s.attempts, r.mode, r.bill_date, r.selected "
                        + "from billing.billing_run_slice s "
                        + "join billing.billing_run r on r.tenant_id = s.tenant_id and r.id = s.run_id "
                        + "where s.run_id = ? and s.state = 'open' and r.state = 'running' "
                        + "order by s.attempts, s.slice limit 1 for update of s skip locked",
                row -> new Slice(
                        runId,
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6).equals("preview"),
                        row.getObject(7, LocalDate.class),
                        ids(row.getArray(8))),
                runId);
    }

    public void sliceDone(Slice slice, SliceResult result, Instant now) {
        database.update(
                "update billing.billing_run_slice set state = 'done', billed = ?, nothing = ?, blocked = ?, changed = ?, "
                        + "first_invoice = ?, last_invoice = ?, done_at = ?, remark = null where run_id = ? and slice = ?",
                result.billed(),
                result.nothing(),
                result.blocked(),
                result.changed(),
                result.firstInvoice(),
                result.lastInvoice(),
                now,
                slice.runId(),
                slice.number());
    }

    /** Notes a failed try; after the third the slice is given up, for a person to look at. */
    public void sliceFailed(UUID runId, int slice, String remark) {
        database.update(
                "update billing.billing_run_slice set attempts = attempts + 1, remark = left(?, 2000), "
                        + "state = case when attempts + 1 >= ? then 'failed' else state end "
                        + "where run_id = ? and slice = ? and state = 'open'",
                remark,
                ATTEMPTS,
                runId,
                slice);
    }

    public boolean hasOpenSlices(UUID runId) {
        return database.first(
                        "select 1 from billing.billing_run_slice where run_id = ? and state = 'open' limit 1",
                        row -> true,
                        runId)
                .isPresent();
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

    public void beat(UUID runId, Instant now) {
        database.update("update billing.billing_run set heartbeat_at = ? where id = ?", now, runId);
    }

    /** @param remark what doesn't add up, or null */
    public void finish(UUID runId, String state, String remark, Instant now) {
        database.update(
                "update billing.billing_run set state = ?, remark = left(?, 2000), finished_at = ?, heartbeat_at = ? "
                        + "where id = ? and state = 'running'",
                state,
                remark,
                now,
                now,
                runId);
    }

    public List<UUID> runningSince(Instant lastBeat) {
        return database.list(
                "select id from billing.billing_run where state = 'running' and heartbeat_at < ? order by id",
                row -> row.getObject(1, UUID.class),
                lastBeat);
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
                BillingRunRepository::total,
                runId);
    }

    /** The same sums, from the documents themselves; their ids lie between the first and last of the slices. */
    public List<BillingRunDetails.Total> documentTotals(UUID runId) {
        return database.list(
                "select i.currency, count(*)::int, sum(i.net_minor)::bigint, sum(i.tax_minor)::bigint, "
                        + "sum(i.gross_minor)::bigint from billing.billing_run_slice s join billing.invoice i "
                        + "on i.tenant_id = s.tenant_id and i.id between s.first_invoice and s.last_invoice "
                        + "and i.run_id = s.run_id and i.slice = s.slice "
                        + "where s.run_id = ? group by i.currency order by i.currency",
                BillingRunRepository::total,
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

    private static List<UUID> ids(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((UUID[]) array.getArray());
    }

    /**
     * A claimed slice.
     *
     * @param first first account of the key range
     * @param last last account of it
     * @param accounts how many were due when the run started
     * @param attempts how often it failed before
     * @param selected only these accounts, or null for all
     */
    public record Slice(
            UUID runId,
            int number,
            UUID first,
            UUID last,
            int accounts,
            int attempts,
            boolean isPreview,
            LocalDate date,
            List<UUID> selected) {}

    /** What became of a slice's accounts, and the range of its documents' ids, null without documents. */
    public record SliceResult(int billed, int nothing, int blocked, int changed, UUID firstInvoice, UUID lastInvoice) {}
}
