package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.ExportFormat;
import net.dotmac.ledger.ExportRequest;
import net.dotmac.ledger.JournalExport;
import net.dotmac.ledger.LedgerAccount;

/** Which months were exported, and the charts that the files were written with. */
@ApplicationScoped
public class ExportRepository {

    private static final String EXPORT = "select id, format, currency, first_month, last_month, consultant, client, "
            + "is_repeat, bookings, amount_minor, sha256, made_at, made_by from ledger.export ";

    @Inject
    private Database database;

    /** All exports, the youngest first. */
    public List<JournalExport> all() {
        return database.list(EXPORT + "order by made_at desc, id desc", ExportRepository::export);
    }

    public Optional<JournalExport> find(UUID id) {
        return database.first(EXPORT + "where id = ?", ExportRepository::export, id);
    }

    /** Until when bookings were recorded that the file holds: when the transaction began that made it. */
    public Instant recordedUntil(UUID id) {
        return database.first(
                        "select recorded_until from ledger.export where id = ?",
                        row -> Database.instant(row, "recorded_until"),
                        id)
                .orElseThrow();
    }

    public Instant now() {
        return database.list("select now() as at", row -> Database.instant(row, "at"))
                .get(0);
    }

    /** The first export of this month in this format, if there was one. */
    public Optional<JournalExport> ofMonth(ExportRequest request, YearMonth month) {
        return database.first(
                EXPORT + "where id = (select export_id from ledger.export_month where format = ? and currency = ? "
                        + "and month = ?)",
                ExportRepository::export,
                request.format().wire(),
                request.currency(),
                month.atDay(1));
    }

    public void add(JournalExport export, List<ChartEntry> chart) {
        UUID tenant = CallContext.current().tenantId();
        ExportRequest request = export.request();
        database.update(
                "insert into ledger.export (tenant_id, id, format, currency, first_month, last_month, consultant, client, "
                        + "is_repeat, bookings, amount_minor, sha256, made_at, made_by) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                export.id(),
                request.format().wire(),
                request.currency(),
                request.first().atDay(1),
                request.last().atDay(1),
                request.consultant(),
                request.client(),
                request.isRepeat(),
                export.bookings(),
                export.amountMinor(),
                export.sha256(),
                export.madeAt(),
                export.madeBy());
        chart.forEach(entry -> database.update(
                "insert into ledger.export_account (tenant_id, export_id, account, tax_key, number, name, is_automatic) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                tenant,
                export.id(),
                entry.account().wire(),
                entry.taxKey(),
                entry.number(),
                entry.name(),
                entry.isAutomatic()));
    }

    /**
     * Marks a month as exported.
     *
     * @return false if it was before
     */
    public boolean mark(JournalExport export, YearMonth month) {
        return database.update(
                        "insert into ledger.export_month (tenant_id, format, currency, month, export_id) "
                                + "values (?, ?, ?, ?, ?) on conflict do nothing",
                        CallContext.current().tenantId(),
                        export.request().format().wire(),
                        export.request().currency(),
                        month.atDay(1),
                        export.id())
                > 0;
    }

    /** The chart a file was written with. */
    public List<ChartEntry> chart(UUID exportId) {
        return database.list(
                "select account, tax_key, number, name, is_automatic from ledger.export_account where export_id = ?",
                row -> new ChartEntry(
                        LedgerAccount.ofWire(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        false),
                exportId);
    }

    private static JournalExport export(ResultSet row) throws SQLException {
        return new JournalExport(
                row.getObject("id", UUID.class),
                new ExportRequest(
                        ExportFormat.ofWire(row.getString("format")),
                        row.getString("currency"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class)),
                        row.getString("consultant"),
                        row.getString("client"),
                        row.getBoolean("is_repeat")),
                row.getLong("bookings"),
                row.getLong("amount_minor"),
                row.getString("sha256"),
                Database.instant(row, "made_at"),
                row.getString("made_by"));
    }
}
