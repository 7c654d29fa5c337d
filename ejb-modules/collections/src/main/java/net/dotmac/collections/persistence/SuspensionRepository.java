package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;

/** Finds and keeps suspensions and the locks that are theirs. */
@ApplicationScoped
public class SuspensionRepository {

    @Inject
    private Database database;

    /** The suspension of a case that has not ended. */
    public Optional<UUID> open(UUID caseId) {
        return database.first(
                "select id from collections.suspension where case_id = ? and ended_on is null",
                row -> row.getObject(1, UUID.class),
                caseId);
    }

    public UUID begin(UUID caseId, LocalDate today) {
        UUID id = Ids.next();
        database.update(
                "insert into collections.suspension (tenant_id, id, case_id, began_on) values (?, ?, ?, ?)",
                CallContext.current().tenantId(),
                id,
                caseId,
                today);
        return id;
    }

    public void end(UUID id, LocalDate today) {
        database.update("update collections.suspension set ended_on = ? where id = ? and ended_on is null", today, id);
    }

    public void addLock(UUID suspensionId, UUID lockId, UUID productId) {
        database.update(
                "insert into collections.suspension_lock (tenant_id, lock_id, suspension_id, product_id) "
                        + "values (?, ?, ?, ?)",
                CallContext.current().tenantId(),
                lockId,
                suspensionId,
                productId);
    }

    /** Locks of a suspension that we have not lifted. */
    public List<Lock> locks(UUID suspensionId) {
        return database.list(
                "select lock_id, product_id from collections.suspension_lock where suspension_id = ? and not is_lifted "
                        + "order by lock_id",
                row -> new Lock(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                suspensionId);
    }

    public void lifted(UUID lockId) {
        database.update("update collections.suspension_lock set is_lifted = true where lock_id = ?", lockId);
    }

    /** A lock of ours. */
    public record Lock(UUID id, UUID productId) {}
}
