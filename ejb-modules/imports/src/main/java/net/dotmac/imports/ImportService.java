package net.dotmac.imports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.imports.domain.DataImport;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Unpacked;
import net.dotmac.imports.persistence.ImportRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Failpoint;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Takes in files of what an ISP brings with it: checked when they come, applied when somebody says so. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ImportService {

    /** Of a file as it is sent; an archive may hold {@link Unpacked#MOST_BYTES}. */
    public static final int MOST_BYTES = 10_000_000;

    private static final int MOST_NAME = 200;

    @Inject
    private ImportRepository repository;

    @Inject
    private RowKinds kinds;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** What files may hold, each with the columns it may have, those first that it must have. */
    @Requires("import.read")
    public Map<String, List<String>> kinds() {
        return kinds.columns();
    }

    /**
     * Keeps a file and checks each of its rows; nothing else is changed by it.
     *
     * @throws DomainException {@code import-file-refused} if it can't be read row by row; {@code import-file-known} if it is here already
     */
    @Requires("import.write")
    public ImportDetails upload(ImportFile sent) {
        ImportFile file = checked(sent);
        byte[] content = Unpacked.of(file.content());
        repository.takeTurn();
        String sha256 = ImportedFile.sha256(content);
        repository.known(file.kind(), sha256).ifPresent(ImportService::refuse);
        DataImport added = new DataImport(file, sha256, CallContext.current().actor(), clock.now());
        repository.add(added, content);
        check(added, new ImportedFile(kinds.of(file.kind()), content, file.encoding()));
        audit.record("import.uploaded", "import", added.id(), Map.of("kind", file.kind(), "sha256", sha256));
        return added.details();
    }

    @Requires("import.read")
    public ImportDetails get(UUID id) {
        return require(id).details();
    }

    @Requires("import.read")
    public Page<ImportDetails> list(Query query) {
        return repository.find(query).map(DataImport::details);
    }

    /** What the last check has found wrong, in the order of the file. @param limit 1 to 1,000 */
    @Requires("import.read")
    public Page<ImportFault> faults(UUID id, int offset, int limit) {
        DataImport asked = require(id);
        return new Page<>(repository.faults(id, offset, limit), asked.details().faults());
    }

    /** What an applied file came to; empty for another. @param limit 1 to 1,000 */
    @Requires("import.read")
    public Page<ImportProof> proof(UUID id, int offset, int limit) {
        require(id);
        return new Page<>(repository.proof(id, offset, limit), repository.proofs(id));
    }

    /** Checks the file anew, against what is here by now. @throws DomainException {@code import-state} if it is applied or discarded */
    @Requires("import.write")
    public ImportDetails check(UUID id) {
        repository.takeTurn();
        DataImport asked = requireOpen(id);
        check(asked, fileOf(asked));
        return asked.details();
    }

    /**
     * Makes data of the file, wholly or not at all. It is checked anew before; if a row can't be taken by now, nothing is written and
     * the import comes back as {@code faulty}.
     *
     * @throws DomainException {@code import-state} if it is applied or discarded
     */
    @Requires("import.write")
    public ImportDetails apply(UUID id) {
        repository.takeTurn();
        DataImport asked = requireOpen(id);
        ImportedFile file = fileOf(asked);
        check(asked, file);
        if (!asked.isReady()) {
            return asked.details();
        }
        repository.addProof(id, file.write());
        Failpoint.hit("imports.apply.written");
        asked.applied(CallContext.current().actor(), clock.now());
        repository.dropContent(id);
        repository.flush();
        int rows = asked.details().rows();
        audit.record("import.applied", "import", id, Map.of("kind", asked.kind(), "rows", rows));
        outbox.record(
                "imports.files.applied.v1",
                id.toString(),
                Map.of("importId", id.toString(), "kind", asked.kind(), "rows", rows));
        return asked.details();
    }

    /** Puts a file away that shall not be applied; it may be sent again. @throws DomainException {@code import-state} */
    @Requires("import.write")
    public void discard(UUID id) {
        repository.takeTurn();
        DataImport asked = require(id);
        asked.discard();
        repository.dropContent(id);
        repository.flush();
        audit.record("import.discarded", "import", id, Map.of("kind", asked.kind()));
    }

    private void check(DataImport checked, ImportedFile file) {
        UUID id = checked.id();
        repository.dropFaults(id);
        Faults faults = new Faults();
        int rows = file.check(faults, found -> repository.addFaults(id, faults.count() - found.size(), found));
        checked.checked(rows, faults, clock.now());
        repository.flush();
    }

    private ImportedFile fileOf(DataImport asked) {
        return new ImportedFile(kinds.of(asked.kind()), repository.content(asked.id()), asked.encoding());
    }

    private ImportFile checked(ImportFile sent) {
        kinds.of(sent.kind());
        String name = sent.name() == null ? "" : sent.name().strip();
        if (name.isEmpty() || name.length() > MOST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalid("name", "Expected a name of 1 to " + MOST_NAME + " characters.");
        }
        if (sent.content().length == 0 || sent.content().length > MOST_BYTES) {
            throw new DomainException(
                    ImportProblem.FILE_REFUSED,
                    "The file has " + sent.content().length + " bytes, expected 1 to " + MOST_BYTES
                            + ". A zip archive of it may be small enough; otherwise part it.");
        }
        return new ImportFile(sent.kind(), name, ImportedFile.encoding(sent.encoding()), sent.content());
    }

    private static void refuse(DataImport known) {
        ImportDetails details = known.details();
        throw new DomainException(
                ImportProblem.FILE_KNOWN,
                "This very file came as " + details.name() + " before and is " + details.state() + " (import "
                        + details.id() + "). "
                        + (known.details().appliedAt() == null
                                ? "Check or apply that one, or discard it first."
                                : "What it holds is here already."));
    }

    private DataImport requireOpen(UUID id) {
        DataImport asked = require(id);
        asked.requireOpen();
        return asked;
    }

    private DataImport require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("import", id));
    }
}
