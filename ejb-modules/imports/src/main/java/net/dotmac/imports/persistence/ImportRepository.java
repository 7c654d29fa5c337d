package net.dotmac.imports.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.imports.ImportFault;
import net.dotmac.imports.ImportProof;
import net.dotmac.imports.domain.DataImport;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Finds and keeps the imports of the current tenant. */
@ApplicationScoped
public class ImportRepository {

    private static final String FAULT_STAGE =
            "create temporary table if not exists imports_stage_fault (position integer, "
                    + "line integer, column_name text, found text, reason text, expected text) on commit delete rows";
    private static final String FAULT_COLUMNS = "position, line, column_name, found, reason, expected";
    private static final String PROOF_STAGE =
            "create temporary table if not exists imports_stage_proof (position integer, "
                    + "what text, subject text, currency char(3), row_count integer, amount_minor bigint) on commit delete rows";
    private static final String PROOF_COLUMNS = "position, what, subject, currency, row_count, amount_minor";

    private final EntityList<DataImport> list = new EntityList<>(DataImport.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("kind", "e.kind", String.class)
            .with("name", "e.name", String.class)
            .with("state", "e.state", String.class)
            .with("sha256", "e.sha256", String.class)
            .with("uploadedAt", "e.uploadedAt", Instant.class);

    @PersistenceContext(unitName = "imports")
    private EntityManager em;

    @Inject
    private Database database;

    /** One at a time brings or applies files of a tenant, until his transaction ends. */
    public void takeTurn() {
        database.first(
                "select pg_advisory_xact_lock(hashtextextended('imports ' || ?, 0))",
                row -> true,
                CallContext.current().tenantId().toString());
    }

    public Optional<DataImport> find(UUID id) {
        return TenantQuery.byId(em, DataImport.class, id);
    }

    public Page<DataImport> find(Query query) {
        return list.find(em, query);
    }

    /** The import of this very file that was not discarded. */
    public Optional<DataImport> known(String kind, String sha256) {
        return TenantQuery.list(
                        em,
                        em.createQuery(
                                        "select e from DataImport e where e.tenantId = :tenant and e.kind = :kind "
                                                + "and e.sha256 = :sha256 and e.state <> 'discarded'",
                                        DataImport.class)
                                .setParameter("kind", kind)
                                .setParameter("sha256", sha256))
                .stream()
                .findFirst();
    }

    public void add(DataImport added, byte[] content) {
        em.persist(added);
        em.flush();
        database.update(
                "insert into imports.import_content (tenant_id, import_id, content) values (?, ?, ?)",
                CallContext.current().tenantId(),
                added.id(),
                content);
    }

    public void flush() {
        em.flush();
    }

    public byte[] content(UUID id) {
        return database.first(
                        "select content from imports.import_content where import_id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
    }

    public void dropContent(UUID id) {
        database.update("delete from imports.import_content where import_id = ?", id);
    }

    public void dropFaults(UUID id) {
        database.update("delete from imports.import_fault where import_id = ?", id);
    }

    /** @param before how many faults of the import are kept already */
    public void addFaults(UUID id, int before, List<ImportFault> faults) {
        CopyRows rows = new CopyRows();
        for (ImportFault fault : faults) {
            rows.add(
                    before + rows.size() + 1,
                    fault.line(),
                    fault.column(),
                    fault.found(),
                    fault.reason(),
                    fault.expected());
        }
        database.update(FAULT_STAGE);
        database.update("truncate imports_stage_fault");
        database.copy("imports_stage_fault", rows);
        database.update(
                "insert into imports.import_fault (tenant_id, import_id, " + FAULT_COLUMNS + ") select ?, ?, "
                        + FAULT_COLUMNS + " from imports_stage_fault",
                CallContext.current().tenantId(),
                id);
    }

    /** Faults in the order of the file. */
    public List<ImportFault> faults(UUID id, int offset, int limit) {
        return database.list(
                "select line, column_name, found, reason, expected from imports.import_fault where import_id = ? "
                        + "and position > ? order by position limit ?",
                row -> new ImportFault(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                id,
                offset,
                limit);
    }

    public void addProof(UUID id, List<ImportProof> proof) {
        CopyRows rows = new CopyRows();
        for (ImportProof each : proof) {
            rows.add(rows.size() + 1, each.what(), each.subject(), each.currency(), each.rows(), each.amountMinor());
        }
        database.update(PROOF_STAGE);
        database.update("truncate imports_stage_proof");
        database.copy("imports_stage_proof", rows);
        database.update(
                "insert into imports.import_proof (tenant_id, import_id, " + PROOF_COLUMNS + ") select ?, ?, "
                        + PROOF_COLUMNS + " from imports_stage_proof",
                CallContext.current().tenantId(),
                id);
    }

    /** The proof in the order it was written in. */
    public List<ImportProof> proof(UUID id, int offset, int limit) {
        return database.list(
                "select what, subject, currency, row_count, amount_minor from imports.import_proof where import_id = ? "
                        + "and position > ? order by position limit ?",
                row -> new ImportProof(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5)),
                id,
                offset,
                limit);
    }

    public int proofs(UUID id) {
        return database.first("select count(*) from imports.import_proof where import_id = ?", row -> row.getInt(1), id)
                .orElse(0);
    }
}
