package net.dotmac.imports.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportFile;
import net.dotmac.imports.ImportProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * A file that was brought. Each check finds it ready or faulty, as often as one likes; when it is applied or discarded, which is for
 * good, its bytes go.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "data_import")
public class DataImport extends TenantEntity {

    private static final String FAULTY = "faulty";
    private static final String READY = "ready";
    private static final String APPLIED = "applied";
    private static final String DISCARDED = "discarded";

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String encoding;

    @Column(updatable = false)
    private String sha256;

    private String state;

    @Column(name = "row_count")
    private int rows;

    @Column(name = "bad_rows")
    private int badRows;

    private int faults;

    @Column(name = "uploaded_by", updatable = false)
    private String uploadedBy;

    @Column(name = "uploaded_at", updatable = false)
    private Instant uploadedAt;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "applied_by")
    private String appliedBy;

    @Column(name = "applied_at")
    private Instant appliedAt;

    protected DataImport() {}

    /** A file that is not checked yet, and so not ready. */
    public DataImport(ImportFile file, String sha256, String by, Instant now) {
        super(newId());
        this.kind = file.kind();
        this.name = file.name();
        this.encoding = file.encoding();
        this.sha256 = sha256;
        this.state = FAULTY;
        this.uploadedBy = by;
        this.uploadedAt = now;
        this.checkedAt = now;
    }

    /** @throws DomainException {@code import-state} unless it may still be applied */
    public void requireOpen() {
        if (state.equals(APPLIED) || state.equals(DISCARDED)) {
            throw new DomainException(
                    ImportProblem.IMPORT_STATE,
                    "The file " + name + " is " + state + "; nothing more is done with it.");
        }
    }

    /** Takes over what a check has found. */
    public void checked(int rowCount, Faults found, Instant now) {
        requireOpen();
        rows = rowCount;
        badRows = found.badRows();
        faults = found.count();
        state = faults == 0 ? READY : FAULTY;
        checkedAt = now;
    }

    public boolean isReady() {
        return state.equals(READY);
    }

    public void applied(String by, Instant now) {
        state = APPLIED;
        appliedBy = by;
        appliedAt = now;
    }

    public void discard() {
        requireOpen();
        state = DISCARDED;
    }

    public String kind() {
        return kind;
    }

    public String encoding() {
        return encoding;
    }

    public ImportDetails details() {
        return new ImportDetails(
                id(),
                kind,
                name,
                encoding,
                sha256,
                state,
                rows,
                badRows,
                faults,
                uploadedBy,
                uploadedAt,
                checkedAt,
                appliedBy,
                appliedAt);
    }
}
