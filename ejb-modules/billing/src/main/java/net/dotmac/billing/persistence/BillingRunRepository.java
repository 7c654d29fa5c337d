package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Runs and their slices, as those who work on them need them. */
@ApplicationScoped
public class BillingRunRepository {

    private static final int ATTEMPTS = 3;

    @Inject
    private Database database;

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

    /** Runs without a heartbeat since then get one now; whoever sets it has the run. */
    public List<UUID> takeOver(Instant lastBeat, Instant now) {
        return database.list(
                "update billing.billing_run set heartbeat_at = ? where state = 'running' and heartbeat_at < ? "
                        + "returning id",
                row -> row.getObject(1, UUID.class),
                now,
                lastBeat);
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
