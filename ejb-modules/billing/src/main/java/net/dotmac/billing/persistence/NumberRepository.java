package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import net.dotmac.billing.domain.NumberPattern;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Gives out blocks of numbers without gap. The series stays locked until the caller's commit, so ask last. */
@ApplicationScoped
public class NumberRepository {

    public static final String INVOICE = "invoice";
    public static final String CREDIT_NOTE = "creditNote";
    public static final String DEBIT_NOTE = "debitNote";
    public static final String BILLING_ACCOUNT = "billingAccount";

    private static final Map<String, String> USUAL = Map.of(
            INVOICE, "INV-{00000000}",
            CREDIT_NOTE, "CN-{00000000}",
            DEBIT_NOTE, "DN-{00000000}",
            BILLING_ACCOUNT, "BA-{00000000}");

    @Inject
    private Database database;

    /**
     * Takes numbers of a series.
     *
     * @param count 1 or more
     * @param day of the documents, whose year decides where the pattern has one
     */
    public Block take(String series, int count, LocalDate day) {
        NumberPattern pattern = pattern(series);
        int year = pattern.countOf(day);
        long last = database.first(
                        "insert into billing.number_series as n (tenant_id, series, number_year, prefix, last_number) "
                                + "values (?, ?, ?, ?, ?) on conflict (tenant_id, series, number_year) "
                                + "do update set last_number = n.last_number + excluded.last_number, "
                                + "prefix = excluded.prefix returning last_number",
                        row -> row.getLong(1),
                        CallContext.current().tenantId(),
                        series,
                        year,
                        pattern.prefix(year)
                                .substring(0, Math.min(20, pattern.prefix(year).length())),
                        (long) count)
                .orElseThrow();
        return new Block(pattern, year, last - count + 1);
    }

    public NumberPattern pattern(String series) {
        return NumberPattern.of(database.first(
                        "select pattern from billing.number_pattern where series = ?", row -> row.getString(1), series)
                .orElse(USUAL.get(series)));
    }

    public void put(String series, NumberPattern pattern) {
        database.update(
                "insert into billing.number_pattern (tenant_id, series, pattern) values (?, ?, ?) "
                        + "on conflict (tenant_id, series) do update set pattern = excluded.pattern, updated_at = now()",
                CallContext.current().tenantId(),
                series,
                pattern.toString());
    }

    /** The last number given out of a count, 0 before the first. */
    public long last(String series, int year) {
        return database.first(
                        "select last_number from billing.number_series where series = ? and number_year = ?",
                        row -> row.getLong(1),
                        series,
                        year)
                .orElse(0L);
    }

    /** Whether a document of another series or count has a number that begins so. */
    public boolean isTaken(String prefix, String series, int year) {
        return database.first(
                        "select 1 from billing.invoice where starts_with(number, ?) and (kind <> ? or number_year <> ?) "
                                + "limit 1",
                        row -> true,
                        prefix,
                        series,
                        year)
                .isPresent();
    }

    /**
     * Numbers in a row.
     *
     * @param pattern how they are written
     * @param year the count they belong to, 0 without years
     * @param first the first sequence number
     */
    public record Block(NumberPattern pattern, int year, long first) {

        /** The number as documents show it. */
        public String number(long sequence) {
            return pattern.number(year, sequence);
        }
    }
}
