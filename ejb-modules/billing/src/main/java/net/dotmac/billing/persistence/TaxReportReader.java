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
                "select i.currency, t.category, t.percent, t.jurisdiction, sum(t.net_minor)::bigint, "
                        + "sum(t.tax_minor)::bigint, count(distinct i.id) from billing.invoice i "
                        + "join billing.invoice_tax t on t.tenant_id = i.tenant_id and t.invoice_id = i.id "
                        + "where i.issued_on between ? and ? group by 1, 2, 3, 4 order by 1, 2, 3 desc, 4",
                row -> new TaxReport.Row(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3).stripTrailingZeros(),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)),
                from,
                to);
    }
}
