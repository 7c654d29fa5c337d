package net.dotmac.events.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.Database;

/** Writes facts into the outbox table in the caller's transaction. */
@ApplicationScoped
public class TransactionalOutbox implements Outbox {

    private static final String INSERT = "insert into events.outbox "
            + "(tenant_id, id, type, aggregate_id, actor, correlation_id, occurred_at, data) ";

    @Inject
    private Database database;

    @Inject
    private BusinessClock clock;

    @Override
    public void record(String type, String aggregateId, Map<String, ?> data) {
        CallContext context = CallContext.current();
        database.update(
                INSERT + "values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                context.tenantId(),
                Ids.next(),
                type,
                aggregateId,
                context.actor(),
                context.correlationId(),
                clock.now(),
                EventJson.write(data));
    }

    @Override
    public void recordAll(String type, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        CallContext context = CallContext.current();
        database.update(
                INSERT + "select ?, f.id, ?, f.aggregate, ?, ?, ?, f.data::jsonb "
                        + "from unnest(?::uuid[], ?::text[], ?::text[]) as f (id, aggregate, data)",
                context.tenantId(),
                type,
                context.actor(),
                context.correlationId(),
                clock.now(),
                facts.stream().map(fact -> Ids.next()).toArray(UUID[]::new),
                facts.stream().map(Fact::aggregateId).toArray(String[]::new),
                facts.stream().map(fact -> EventJson.write(fact.data())).toArray(String[]::new));
    }
}
