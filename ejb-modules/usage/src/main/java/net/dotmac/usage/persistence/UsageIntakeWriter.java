package net.dotmac.usage.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageEntry;
import net.dotmac.usage.UsageOutcome;
import net.dotmac.usage.UsageRecord;

/**
 * Adds deliveries as sets: staged by COPY, for tables with row-level security take none, then inserted where the key is free. They are
 * inserted in the order of their keys, so that two deliveries of the same records wait for each other and don't lock each other out.
 */
@ApplicationScoped
public class UsageIntakeWriter {

    private static final String STAGE = "create temporary table if not exists usage_stage_record ("
            + "position integer, source text, source_id text, product_id uuid, unit_of_measure text, quantity numeric, "
            + "used_at timestamptz) on commit delete rows";

    private static final String INSERT = "insert into usage.usage_record "
            + "(tenant_id, source, source_id, product_id, unit_of_measure, quantity, used_at, received_at) "
            + "select ?, source, source_id, product_id, unit_of_measure, quantity, used_at, ? from usage_stage_record "
            + "order by source, source_id, position on conflict do nothing returning source, source_id";

    private static final String DIFFERENT = "select s.position from usage_stage_record s join usage.usage_record r "
            + "on r.tenant_id = ? and r.source = s.source and r.source_id = s.source_id "
            + "where (r.product_id, r.unit_of_measure, r.quantity, r.used_at) "
            + "is distinct from (s.product_id, s.unit_of_measure, s.quantity, s.used_at)";

    @Inject
    private Database database;

    /**
     * Adds those whose source and id are new; of two with the same in one delivery, the first.
     *
     * @return {@link UsageOutcome}'s outcomes by position; refused are those that differ from what their id stands for
     */
    public Map<Integer, String> add(List<UsageEntry> entries, Instant receivedAt) {
        UUID tenant = CallContext.current().tenantId();
        stage(entries);
        Set<Key> added = new HashSet<>(
                database.list(INSERT, row -> new Key(row.getString(1), row.getString(2)), tenant, receivedAt));
        boolean isAllNew = added.size() == entries.size();
        Set<Integer> different =
                isAllNew ? Set.of() : new HashSet<>(database.list(DIFFERENT, row -> row.getInt(1), tenant));
        Map<Integer, String> outcomes = new HashMap<>();
        for (UsageEntry entry : entries) {
            Key key = new Key(entry.record().source(), entry.record().sourceId());
            // Whether a record of this delivery took the key is told by what stands there now.
            boolean isKept = !different.contains(entry.position());
            outcomes.put(
                    entry.position(),
                    isKept && added.remove(key)
                            ? UsageOutcome.ACCEPTED
                            : isKept ? UsageOutcome.DUPLICATE : UsageOutcome.REFUSED);
        }
        return outcomes;
    }

    private void stage(List<UsageEntry> entries) {
        CopyRows rows = new CopyRows();
        for (UsageEntry entry : entries) {
            UsageRecord usage = entry.record();
            rows.add(
                    entry.position(),
                    usage.source(),
                    usage.sourceId(),
                    usage.productId(),
                    usage.unitOfMeasure(),
                    usage.quantity(),
                    usage.usedAt());
        }
        database.update(STAGE);
        database.update("truncate usage_stage_record");
        database.copy("usage_stage_record", rows);
    }

    /** Keeps what a delivery came to, and the records of it that were refused. */
    public void addBatch(UsageBatchDetails batch, List<UsageOutcome> outcomes) {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                "insert into usage.usage_batch (tenant_id, id, channel, name, records, accepted, duplicates, refused, "
                        + "received_by, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                batch.id(),
                batch.channel(),
                batch.name(),
                batch.records(),
                batch.accepted(),
                batch.duplicates(),
                batch.refused(),
                batch.receivedBy(),
                batch.receivedAt());
        List<UsageOutcome> refused = outcomes.stream()
                .filter(outcome -> outcome.outcome().equals(UsageOutcome.REFUSED))
                .toList();
        if (!refused.isEmpty()) {
            database.update(
                    "insert into usage.refused_record (tenant_id, batch_id, position, source, source_id, reason) "
                            + "select ?, ?, position::integer, left(source, 100), left(source_id, 200), left(reason, 500) "
                            + "from unnest(?, ?, ?, ?) r (position, source, source_id, reason)",
                    tenant,
                    batch.id(),
                    refused.stream()
                            .map(outcome -> Integer.toString(outcome.position()))
                            .toArray(String[]::new),
                    refused.stream().map(outcome -> storable(outcome.source())).toArray(String[]::new),
                    refused.stream()
                            .map(outcome -> storable(outcome.sourceId()))
                            .toArray(String[]::new),
                    refused.stream().map(outcome -> storable(outcome.reason())).toArray(String[]::new));
        }
    }

    /** PostgreSQL knows no character zero. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private record Key(String source, String sourceId) {}
}
