package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Whether runs need approval, and the deciding on those that do. */
@ApplicationScoped
public class RunApprovalRepository {

    @Inject
    private Database database;

    public boolean isNeeded() {
        return database.first("select needs_approval from billing.run_policy", row -> row.getBoolean(1))
                .orElse(false);
    }

    public void put(boolean isNeeded) {
        database.update(
                "insert into billing.run_policy (tenant_id, needs_approval) values (?, ?) on conflict (tenant_id) "
                        + "do update set needs_approval = excluded.needs_approval, updated_at = now()",
                CallContext.current().tenantId(),
                isNeeded);
    }

    /** Has a run wait for its approval once it has shown what it would issue. */
    public void require(UUID runId) {
        database.update("update billing.billing_run set for_approval = true where id = ?", runId);
    }

    public boolean isRequired(UUID runId) {
        return database.first(
                        "select for_approval from billing.billing_run where id = ?", row -> row.getBoolean(1), runId)
                .orElse(false);
    }

    /**
     * Decides on a run that waits for it; of two who decide at once one does.
     *
     * @return what to issue, or empty if the run does not wait
     */
    public Optional<BillingRunRequest> decide(UUID runId, String remark, Instant now) {
        return database.first(
                "update billing.billing_run set state = 'finished', decided_by = ?, decided_at = ?, remark = ? "
                        + "where id = ? and state = 'awaitingApproval' returning bill_date, selected",
                row -> new BillingRunRequest(row.getObject(1, LocalDate.class), false, ids(row.getArray(2))),
                CallContext.current().actor(),
                now,
                remark,
                runId);
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return array == null ? null : List.of((UUID[]) array.getArray());
    }
}
