package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Gives out blocks of numbers without gap. The series stays locked until the caller's commit, so ask last. */
@ApplicationScoped
public class NumberRepository {

    public static final String INVOICE = "invoice";
    public static final String CREDIT_NOTE = "creditNote";
    public static final String BILLING_ACCOUNT = "billingAccount";

    private static final Map<String, String> PREFIXES =
            Map.of(INVOICE, "INV-", CREDIT_NOTE, "CN-", BILLING_ACCOUNT, "BA-");
    private static final int DIGITS = 8;

    @Inject
    private Database database;

    /** Takes {@code count} numbers of a series, 1 or more. */
    public Block take(String series, int count) {
        return database.first(
                        "insert into billing.number_series as n (tenant_id, series, prefix, last_number) "
                                + "values (?, ?, ?, ?) on conflict (tenant_id, series) "
                                + "do update set last_number = n.last_number + excluded.last_number "
                                + "returning prefix, last_number",
                        row -> new Block(row.getString(1), row.getLong(2) - count + 1),
                        CallContext.current().tenantId(),
                        series,
                        PREFIXES.get(series),
                        (long) count)
                .orElseThrow();
    }

    /**
     * Numbers in a row.
     *
     * @param prefix what stands before each
     * @param first the first sequence number
     */
    public record Block(String prefix, long first) {

        /** The number as documents show it. */
        public String number(long sequence) {
            String digits = Long.toString(sequence);
            return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
        }
    }
}
