package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxReport;
import net.dotmac.kernel.persistence.Database;

/** Sums the taxes of documents by the day of their issue. */
@ApplicationScoped
public class TaxReportReader {

    @Inject
    private Database database;

    public List<TaxReport.Row> rows(LocalDate from, LocalDate to) {
        return database.list(
                "select 'document', i.currency, t.category, t.percent, t.jurisdiction, sum(t.net_minor)::bigint, "
                        + "sum(t.tax_minor)::bigint, count(distinct i.id) from billing.invoice i "
                        + "join billing.invoice_tax t on t.tenant_id = i.tenant_id and t.invoice_id = i.id "
                        + "where i.issued_on between ? and ? group by 1, 2, 3, 4, 5 union all "
                        + "select 'writeOff', w.currency, t.category, t.percent, t.jurisdiction, sum(t.net_minor)::bigint, "
                        + "sum(t.tax_minor)::bigint, count(distinct w.id) from billing.write_off w "
                        + "join billing.write_off_tax t on t.tenant_id = w.tenant_id and t.write_off_id = w.id "
                        + "where w.tax_relief and w.booked_on between ? and ? group by 1, 2, 3, 4, 5 "
                        + "order by 2, 1, 3, 4 desc, 5",
                row -> new TaxReport.Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBigDecimal(4).stripTrailingZeros(),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)),
                from,
                to,
                from,
                to);
    }
}
