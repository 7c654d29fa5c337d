package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.RunReconciliation.Blocked;
import net.dotmac.billing.RunReconciliation.Days;
import net.dotmac.billing.RunReconciliation.Variance;
import net.dotmac.kernel.persistence.Database;

/** Compares a run with the month before, in sets. */
@ApplicationScoped
public class ReconciliationReader {

    private static final String ITEMS = "select l.item_id, l.kind, min(l.description) as product, i.currency, "
            + "count(distinct i.id) as documents, sum(l.net_minor) as net, max(l.unit_price) as unit_price "
            + "from billing.invoice i join billing.invoice_line l on l.invoice_id = i.id where ";
    private static final String BY_ITEM = " group by l.item_id, l.kind, i.currency";

    /** Documents of runs alone: what a person credits in between is no variance of billing. */
    private static final String BEFORE =
            "i.run_id is not null and i.run_id <> ? and i.issued_on >= ? and i.cycle_date between ? and ?";

    @Inject
    private Database database;

    /** The days of the month before those that the run billed; empty of a run without documents. */
    public Optional<Days> before(UUID runId) {
        return database.first(
                "select min(cycle_date), max(cycle_date) from billing.invoice where run_id = ? having count(*) > 0",
                row -> monthBefore(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                runId);
    }

    /** A cycle on a short month's last day stands for those on the 31st too. */
    static Days monthBefore(LocalDate from, LocalDate to) {
        boolean isMonthEnd = to.equals(YearMonth.from(to).atEndOfMonth());
        LocalDate end = to.minusMonths(1);
        return new Days(from.minusMonths(1), isMonthEnd ? YearMonth.from(end).atEndOfMonth() : end);
    }

    /** By product, kind and currency, the greatest difference first. */
    public List<Variance> variance(UUID runId, Days before) {
        return database.list(
                "with now as (" + ITEMS + "i.run_id = ?" + BY_ITEM + "), old as (" + ITEMS + BEFORE + BY_ITEM + ") "
                        + "select coalesce(now.product, old.product), coalesce(now.kind, old.kind), "
                        + "coalesce(now.currency, old.currency), coalesce(sum(now.documents), 0)::int, "
                        + "coalesce(sum(now.net), 0)::bigint, coalesce(sum(old.net), 0)::bigint, "
                        + "coalesce(sum(now.net) filter (where old.item_id is null), 0)::bigint, "
                        + "coalesce(-sum(old.net) filter (where now.item_id is null), 0)::bigint, "
                        + "coalesce(sum(now.net - old.net) filter (where now.unit_price <> old.unit_price), 0)::bigint, "
                        + "coalesce(sum(now.net - old.net) filter (where now.item_id is not null "
                        + "and old.item_id is not null and (now.unit_price = old.unit_price) is not false), 0)::bigint "
                        + "from now full join old on now.item_id = old.item_id and now.kind = old.kind "
                        + "and now.currency = old.currency group by 1, 2, 3 "
                        + "order by abs(coalesce(sum(now.net), 0) - coalesce(sum(old.net), 0)) desc, 1, 2, 3 limit 1000",
                row -> new Variance(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)),
                runId,
                runId,
                before.from(),
                before.from(),
                before.to());
    }

    /** The run's exceptions by reason, with what their accounts were billed for the month before their cycle. */
    public List<Blocked> blocked(UUID runId) {
        return database.list(
                "select e.reason, count(distinct e.billing_account_id)::int, i.currency, "
                        + "coalesce(sum(i.net_minor), 0)::bigint from billing.billing_run_exception e "
                        + "left join billing.invoice i on i.billing_account_id = e.billing_account_id "
                        + "and i.run_id is not null and i.cycle_date >= (e.cycle_date - interval '1 month')::date "
                        + "and i.cycle_date < e.cycle_date where e.run_id = ? group by e.reason, i.currency "
                        + "order by e.reason, i.currency",
                row -> new Blocked(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)),
                runId);
    }
}
