package net.dotmac.devtools.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.domain.AccountUsage;
import net.dotmac.billing.domain.BillableAccount;
import net.dotmac.billing.domain.BillableAccount.UsageKey;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.domain.InvoiceCalculator;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.domain.TaxRates;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.catalog.PriceType;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/**
 * Charges each account once more from nothing, with all that is known at the end: the sum of each item must be what the runs
 * charged and gave back for it bit by bit, to the cent.
 */
final class Recalculation {

    private static final TaxRates RATES = new TaxRates(List.of(
            new TaxRates.Entry("standard", "", new BigDecimal("19"), LocalDate.of(2000, 1, 1)),
            new TaxRates.Entry("reduced", "", new BigDecimal("7"), LocalDate.of(2000, 1, 1))));

    private static final String CHARGED = "select l.item_id, sum(l.undiscounted_minor - l.discount_minor)::bigint "
            + "from billing.invoice_line l join billing.invoice i on i.id = l.invoice_id "
            + "where i.run_id is not null group by l.item_id";

    private final SimulatedIsp isp;
    private final Sales sales;

    Recalculation(SimulatedIsp isp, Sales sales) {
        this.isp = isp;
        this.sales = sales;
    }

    List<String> differences() {
        return isp.call(() -> {
            Map<UUID, Long> charged = new HashMap<>();
            isp.database().list(CHARGED, row -> charged.put(row.getObject(1, UUID.class), row.getLong(2)));
            List<String> differences = new ArrayList<>();
            for (Account account : sales.accounts()) {
                calculated(account).forEach((item, amount) -> {
                    long was = charged.getOrDefault(item, 0L);
                    if (was != amount) {
                        differences.add("item " + item + " of account " + account.number() + " was charged " + was
                                + ", from nothing it is " + amount);
                    }
                });
            }
            return differences;
        });
    }

    private Map<UUID, Long> calculated(Account account) {
        List<SubscriptionItem> items = isp.service(ProductService.class).itemsOfAccounts(List.of(account.id()));
        LocalDate nextBillOn =
                isp.service(BillingAccountService.class).get(account.id()).nextBillOn();
        LocalDate through = CycleCalculator.before(nextBillOn, account.cycleDay());
        Map<UUID, Long> sums = new HashMap<>();
        items.forEach(item -> sums.put(item.id(), 0L));
        BillableAccount fresh = new BillableAccount(
                account.id(),
                "A",
                "EUR",
                account.cycleDay(),
                account.firstBillOn(),
                false,
                TaxTreatment.STANDARD,
                14,
                buyer(),
                items,
                Map.of(),
                AccountUsage.ofTotals(usage(account, items, through)));
        for (InvoiceDraft draft : InvoiceCalculator.calculate(fresh, through, RATES)) {
            if (draft instanceof InvoiceDraft.Billable billable) {
                billable.lines()
                        .forEach(line ->
                                sums.merge(line.charge().itemId(), line.charge().amount(), Math::addExact));
            } else if (draft instanceof InvoiceDraft.Blocked blocked) {
                throw new IllegalStateException(blocked.detail());
            }
        }
        return sums;
    }

    private Map<UsageKey, BigDecimal> usage(Account account, List<SubscriptionItem> items, LocalDate through) {
        Map<UsageKey, BigDecimal> usage = new HashMap<>();
        for (SubscriptionItem item : items) {
            if (item.terms().type() == PriceType.USAGE) {
                sales.used().getOrDefault(item.productId(), Map.of()).forEach((day, quantity) -> {
                    boolean isOfItem = !day.isBefore(item.start()) && (item.end() == null || day.isBefore(item.end()));
                    BillingPeriod cycle = CycleCalculator.containing(day, account.cycleDay());
                    if (isOfItem && !cycle.end().isAfter(through)) {
                        usage.merge(new UsageKey(item.id(), cycle.start()), quantity, BigDecimal::add);
                    }
                });
            }
        }
        return usage;
    }

    private static BillTo buyer() {
        PostalAddress address = new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE");
        return new BillTo(new UUID(0, 1), "C-1", "Anna Müller", address, null, null, "de");
    }
}
