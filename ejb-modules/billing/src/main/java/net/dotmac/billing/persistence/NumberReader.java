package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.billing.NumberReport;
import net.dotmac.kernel.persistence.Database;

/** Checks the numbers of all documents in two statements, however many there are. */
@ApplicationScoped
public class NumberReader {

    private static final int FAULTS_SHOWN = 1000;

    @Inject
    private Database database;

    /** Every count with the documents in it; a count that gave numbers to no document is one too. */
    public List<NumberReport.Count> counts() {
        return database.list(
                "select coalesce(d.kind, n.series), coalesce(d.number_year, n.number_year), coalesce(d.documents, 0), "
                        + "coalesce(d.least, 0), coalesce(d.most, 0), coalesce(n.last_number, 0), "
                        + "(select i.number from billing.invoice i where i.kind = d.kind and i.number_year = d.number_year "
                        + "and i.sequence = d.least limit 1), "
                        + "(select i.number from billing.invoice i where i.kind = d.kind and i.number_year = d.number_year "
                        + "and i.sequence = d.most limit 1) "
                        + "from (select kind, number_year, count(*) as documents, min(sequence) as least, "
                        + "max(sequence) as most from billing.invoice group by kind, number_year) d "
                        + "full join (select * from billing.number_series where series <> 'billingAccount') n "
                        + "on n.series = d.kind and n.number_year = d.number_year order by 1, 2",
                row -> new NumberReport.Count(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8)));
    }

    /** Where a number is not one more than the one before it: ranges that are missing, and numbers that came twice. */
    public List<NumberReport.Fault> faults() {
        return database.list(
                "select s.kind, s.number_year, s.sequence, s.before, (select i.number from billing.invoice i "
                        + "where i.kind = s.kind and i.number_year = s.number_year and i.sequence = s.sequence limit 1) "
                        + "from (select kind, number_year, sequence, lag(sequence, 1, 0::bigint) "
                        + "over (partition by kind, number_year order by sequence) as before from billing.invoice) s "
                        + "where s.sequence <> s.before + 1 order by s.kind, s.number_year, s.sequence limit "
                        + FAULTS_SHOWN,
                row -> {
                    long sequence = row.getLong(3);
                    long before = row.getLong(4);
                    boolean isDouble = sequence == before;
                    return new NumberReport.Fault(
                            row.getString(1),
                            row.getInt(2),
                            isDouble ? "double" : "missing",
                            isDouble ? sequence : before + 1,
                            isDouble ? sequence : sequence - 1,
                            row.getString(5),
                            null,
                            null);
                });
    }
}
