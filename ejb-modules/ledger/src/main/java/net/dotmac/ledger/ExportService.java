package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.domain.ChartOfAccounts;
import net.dotmac.ledger.domain.ExportPolicy;
import net.dotmac.ledger.persistence.ChartRepository;
import net.dotmac.ledger.persistence.ExportRepository;
import net.dotmac.ledger.persistence.ExportWriter;
import net.dotmac.ledger.persistence.ExportWriter.Recipe;
import net.dotmac.ledger.persistence.ExportWriter.Written;
import net.dotmac.ledger.persistence.PeriodRepository;
import net.dotmac.platform.TenantService;

/**
 * Exports the journal of closed months for another program. A file is not kept but written anew from what it was made
 * of, and given out only if it is the same to the byte.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class ExportService {

    @Inject
    private ExportRepository repository;

    @Inject
    private ExportWriter writer;

    @Inject
    private ChartRepository charts;

    @Inject
    private PeriodRepository periods;

    @Inject
    private TenantService tenants;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** All exports, the youngest first. */
    @Requires("ledger.read")
    public List<JournalExport> list() {
        return repository.all();
    }

    @Requires("ledger.read")
    public JournalExport get(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("export", id));
    }

    /**
     * Exports some months and marks them as exported.
     *
     * @throws DomainException {@code period-open} unless all are closed; {@code period-already-exported} for a month
     *     that was exported in this format before, unless a repeat is wanted; {@code invalid-value}
     */
    @Requires("ledger.export")
    public JournalExport export(ExportRequest wanted) {
        Tenant tenant = Tenant.of(tenants);
        ChartOfAccounts chart = new ChartOfAccounts(tenant.country(), charts.own());
        List<ChartEntry> entries = chart.entries(charts.taxKeysInUse());
        ExportRequest request = ExportPolicy.checked(wanted, tenant.currency(), entries);
        YearMonth closed = periods.holdBooks().orElse(null);
        if (closed == null || request.last().isAfter(closed)) {
            throw new DomainException(
                    LedgerProblem.PERIOD_OPEN,
                    request.last() + " is open, and a file made of it could be incomplete tomorrow. Close it first.",
                    "last");
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        MessageDigest digest = sha256();
        Written written = writer.write(
                new Recipe(request, entries, repository.now(), now, clock.zone()),
                new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        JournalExport export = new JournalExport(
                Ids.next(),
                request,
                written.bookings(),
                written.amountMinor(),
                HexFormat.of().formatHex(digest.digest()),
                now,
                CallContext.current().actor());
        mark(export);
        repository.add(export, entries);
        tell(export);
        return repository.find(export.id()).orElseThrow();
    }

    private void mark(JournalExport export) {
        ExportRequest request = export.request();
        for (YearMonth month = request.first(); !month.isAfter(request.last()); month = month.plusMonths(1)) {
            if (!repository.mark(export, month) && !request.isRepeat()) {
                JournalExport earlier = repository.ofMonth(request, month).orElseThrow();
                throw new DomainException(
                        LedgerProblem.ALREADY_EXPORTED,
                        month + " was exported in this format by " + earlier.madeBy() + " on "
                                + earlier.madeAt().atZone(clock.zone()).toLocalDate()
                                + ". Fetch that file again, or ask for a repeat.",
                        "first");
            }
        }
    }

    private void tell(JournalExport export) {
        ExportRequest request = export.request();
        Map<String, Object> facts = Map.of(
                "format", request.format().wire(),
                "currency", request.currency(),
                "first", request.first().toString(),
                "last", request.last().toString(),
                "repeat", request.isRepeat(),
                "sha256", export.sha256());
        audit.record("ledger.exported", "ledgerExport", export.id(), facts);
        outbox.record("ledger.exports.made.v1", export.id().toString(), facts);
    }

    /**
     * Makes sure that the file can be given out as it was made.
     *
     * @throws DomainException {@code export-changed} if it would differ
     */
    @Requires("ledger.export")
    public JournalExport verify(UUID id) {
        JournalExport export = get(id);
        MessageDigest digest = sha256();
        writer.write(recipe(export), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        if (!HexFormat.of().formatHex(digest.digest()).equals(export.sha256())) {
            throw new DomainException(
                    LedgerProblem.EXPORT_CHANGED,
                    "A month of this export was reopened and booked in since, so its file can't be given out again as it was."
                            + " Export the month as a repeat.");
        }
        return export;
    }

    /** Writes the file; the stream stays open. Call {@link #verify} first. */
    @Requires("ledger.export")
    public void write(UUID id, OutputStream out) {
        writer.write(recipe(get(id)), out);
    }

    private Recipe recipe(JournalExport export) {
        return new Recipe(
                export.request(),
                repository.chart(export.id()),
                repository.recordedUntil(export.id()),
                export.madeAt(),
                clock.zone());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What of the tenant matters here. */
    private record Tenant(String country, String currency) {
        static Tenant of(TenantService tenants) {
            var current = tenants.current();
            return new Tenant(current.country(), current.currency());
        }
    }
}
