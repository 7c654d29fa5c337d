package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.AccountUsage;
import net.dotmac.billing.domain.BillableAccount;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/**
 * Reads accounts with everything that is needed to bill them, thousands at a time in a handful of queries: the accounts and
 * how far their items are charged here, the rest through the bulk methods of its owners.
 */
@ApplicationScoped
public class BillableAccountReader {

    private static final String ACCOUNT =
            "select id, number, name, customer_id, currency, cycle_day, next_bill_on, on_hold, "
                    + "tax_treatment, payment_term_days, version from billing.billing_account where state = 'active' ";

    @Inject
    private Database database;

    @Inject
    private ProductService products;

    @Inject
    private CustomerService customers;

    @Inject
    private ChargeMarkReader chargeMarks;

    @Inject
    private CycleUsageReader usage;

    /**
     * The accounts of a key range that are due by a day.
     *
     * @param selected only these of them, or null for all
     */
    public List<DueAccount> due(UUID first, UUID last, Collection<UUID> selected, LocalDate date) {
        return complete(
                database.list(
                        ACCOUNT + "and id between ? and ? and next_bill_on <= ? and (?::uuid[] is null or id = any(?)) "
                                + "order by id",
                        BillableAccountReader::row,
                        first,
                        last,
                        date,
                        selected == null ? null : selected.toArray(UUID[]::new),
                        selected == null ? null : selected.toArray(UUID[]::new)),
                date);
    }

    /** These accounts, if they are due by a day. */
    public List<DueAccount> due(Collection<UUID> ids, LocalDate date) {
        return complete(
                database.list(
                        ACCOUNT + "and id = any(?) and next_bill_on <= ? order by id",
                        BillableAccountReader::row,
                        ids.toArray(UUID[]::new),
                        date),
                date);
    }

    private List<DueAccount> complete(List<Row> rows, LocalDate date) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (CallContext.Scope scope = CallContext.current()
                .with("product.read", "customer.read", "usage.read")
                .bind()) {
            Map<UUID, List<SubscriptionItem>> items = items(rows, date);
            Map<UUID, BillTo> buyers =
                    customers.billTo(rows.stream().map(Row::customerId).collect(Collectors.toSet()));
            Map<UUID, ChargeMark> marks = marks(items);
            Map<UUID, AccountUsage> used =
                    usage.read(date, rows.stream().collect(Collectors.toMap(Row::id, Row::cycleDay)), items, marks);
            return rows.stream()
                    .map(row -> row.due(
                            items.getOrDefault(row.id, List.of()),
                            buyers.get(row.customerId),
                            marks,
                            used.getOrDefault(row.id, AccountUsage.NONE)))
                    .toList();
        }
    }

    private Map<UUID, List<SubscriptionItem>> items(List<Row> rows, LocalDate date) {
        LocalDate horizon = rows.stream()
                .map(row -> CycleCalculator.after(date, row.cycleDay))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return products.unsettledItems(rows.stream().map(Row::id).toList(), horizon).stream()
                .collect(Collectors.groupingBy(SubscriptionItem::billingAccountId));
    }

    private Map<UUID, ChargeMark> marks(Map<UUID, List<SubscriptionItem>> items) {
        return chargeMarks.read(items.values().stream()
                .flatMap(List::stream)
                .map(SubscriptionItem::id)
                .toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                row.getObject("customer_id", UUID.class),
                row.getString("currency"),
                row.getInt("cycle_day"),
                row.getObject("next_bill_on", LocalDate.class),
                row.getBoolean("on_hold"),
                TaxTreatment.ofWire(row.getString("tax_treatment")),
                row.getInt("payment_term_days"),
                row.getInt("version"));
    }

    private record Row(
            UUID id,
            String number,
            String name,
            UUID customerId,
            String currency,
            int cycleDay,
            LocalDate nextBillOn,
            boolean onHold,
            TaxTreatment treatment,
            int paymentTermDays,
            int version) {

        DueAccount due(List<SubscriptionItem> items, BillTo buyer, Map<UUID, ChargeMark> allMarks, AccountUsage used) {
            Map<UUID, ChargeMark> marks = new HashMap<>();
            for (SubscriptionItem item : items) {
                ChargeMark mark = allMarks.get(item.id());
                if (mark != null) {
                    marks.put(item.id(), mark);
                }
            }
            BillableAccount account = new BillableAccount(
                    id,
                    number,
                    currency,
                    cycleDay,
                    nextBillOn,
                    onHold,
                    treatment,
                    paymentTermDays,
                    buyer,
                    items,
                    marks,
                    used);
            return new DueAccount(account, name, customerId, version);
        }
    }
}
