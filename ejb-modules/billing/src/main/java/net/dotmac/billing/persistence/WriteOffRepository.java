package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.billing.domain.WriteOffCalculator.Part;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Keeps what was given up and what came back. Rows are never changed. */
@ApplicationScoped
public class WriteOffRepository {

    private static final String ROW = "select w.id, w.reference, w.invoice_id, w.recovers_id, w.billing_account_id, "
            + "w.booked_on, w.currency, w.amount_minor, w.tax_relief, w.reason, w.made_by, w.made_at, "
            + "(select coalesce(sum(abs(t.tax_minor)), 0)::bigint from billing.write_off_tax t "
            + "where t.write_off_id = w.id) as tax_minor, "
            + "w.amount_minor - (select coalesce(sum(r.amount_minor), 0)::bigint from billing.write_off r "
            + "where r.invoice_id = w.invoice_id and r.recovers_id = w.id) as left_minor from billing.write_off w ";

    @Inject
    private Database database;

    public Optional<WriteOffDetails> find(UUID id) {
        return database.first(ROW + "where w.id = ?", WriteOffRepository::row, id);
    }

    /** Write-offs and recoveries of a document, oldest first. */
    public List<WriteOffDetails> of(UUID invoiceId) {
        return database.list(ROW + "where w.invoice_id = ? order by w.id", WriteOffRepository::row, invoiceId);
    }

    /** Adds it with its parts by tax. */
    public void add(WriteOffDetails made, List<TaxTotal> taxes) {
        UUID tenant = CallContext.current().tenantId();
        database.update(
                "insert into billing.write_off (tenant_id, id, reference, invoice_id, recovers_id, billing_account_id, "
                        + "booked_on, currency, amount_minor, tax_relief, reason, made_by, made_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                made.id(),
                made.reference(),
                made.invoiceId(),
                made.recoversId(),
                made.billingAccountId(),
                made.bookedOn(),
                made.currency(),
                made.amountMinor(),
                made.taxRelief(),
                made.reason(),
                made.madeBy(),
                made.madeAt());
        int number = 1;
        for (TaxTotal tax : taxes) {
            database.update(
                    "insert into billing.write_off_tax (tenant_id, write_off_id, tax_no, category, jurisdiction, percent, "
                            + "line_percent, net_minor, tax_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    tenant,
                    made.id(),
                    number++,
                    tax.category(),
                    tax.jurisdiction(),
                    tax.percent(),
                    tax.linePercent(),
                    tax.net(),
                    tax.tax());
        }
    }

    /**
     * The parts of these by category and rate, positive, the jurisdictions of one rate together.
     *
     * @param ids write-offs and recoveries
     */
    public List<Part> parts(List<UUID> ids) {
        // Each jurisdiction's row names the same net.
        return database.list(
                "select category, line_percent, sum(net) ::bigint, sum(tax)::bigint from (select write_off_id, category, "
                        + "line_percent, max(abs(net_minor)) as net, sum(abs(tax_minor)) as tax from billing.write_off_tax "
                        + "where write_off_id = any(?) group by write_off_id, category, line_percent) each "
                        + "group by category, line_percent order by 1, 2",
                row -> new Part(row.getString(1), plain(row.getBigDecimal(2)), row.getLong(3), row.getLong(4)),
                (Object) ids.toArray(UUID[]::new));
    }

    /** What was given up of a document and has not come back, minor units. */
    public long givenUp(UUID invoiceId) {
        return database.first(
                        "select coalesce(sum(case when recovers_id is null then amount_minor else -amount_minor end), 0)"
                                + "::bigint from billing.write_off where invoice_id = ?",
                        row -> row.getLong(1),
                        invoiceId)
                .orElse(0L);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static WriteOffDetails row(ResultSet row) throws SQLException {
        Instant madeAt = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new WriteOffDetails(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("invoice_id", UUID.class),
                row.getObject("recovers_id", UUID.class),
                row.getObject("billing_account_id", UUID.class),
                row.getObject("booked_on", LocalDate.class),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getLong("tax_minor"),
                row.getBoolean("tax_relief"),
                row.getLong("left_minor"),
                row.getString("reason"),
                row.getString("made_by"),
                madeAt);
    }
}
