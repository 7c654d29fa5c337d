package net.dotmac.usage.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageOutcome;
import net.dotmac.usage.domain.UsageBatch;

/** Finds deliveries of the current tenant. */
@ApplicationScoped
public class UsageBatchRepository {

    private final EntityList<UsageBatch> list = new EntityList<>(UsageBatch.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("channel", "e.channel", String.class)
            .with("name", "e.name", String.class)
            .with("refused", "e.refused", Integer.class)
            .with("receivedAt", "e.receivedAt", Instant.class);

    @PersistenceContext(unitName = "usage")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<UsageBatchDetails> find(UUID id) {
        return TenantQuery.byId(em, UsageBatch.class, id).map(UsageBatch::details);
    }

    public Page<UsageBatchDetails> find(Query query) {
        return list.find(em, query).map(UsageBatch::details);
    }

    public List<UsageOutcome> refused(UUID batchId) {
        return database.list(
                "select position, source, source_id, reason from usage.refused_record where batch_id = ? "
                        + "order by position",
                row -> new UsageOutcome(
                        row.getInt(1), row.getString(2), row.getString(3), UsageOutcome.REFUSED, row.getString(4)),
                batchId);
    }
}
