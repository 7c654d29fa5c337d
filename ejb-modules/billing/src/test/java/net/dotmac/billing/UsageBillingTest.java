package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.usage.UsageRecord;
import net.dotmac.usage.UsageService;
import org.junit.jupiter.api.Test;

/** Metered items through the run: late records, allowances that roll over, hours of the week. */
class UsageBillingTest {

    private final BillingWorld world = new BillingWorld();
    private final BillingAccountDetails account = world.account(1);
    private int records;

    @Test
    void lateUsageCountsInTheNextPeriodOnce() {
        SubscriptionItem data = world.metered(account, flat("100"), "2027-04-01");
        use(data, "90", "2027-04-10T10:00:00Z");
        assertEquals(List.of("usage 90 0"), bill("2027-05-01"));
        use(data, "30", "2027-04-11T10:00:00Z");
        use(data, "80", "2027-05-11T10:00:00Z");
        assertEquals(List.of("usage 80 0", "lateUsage 30 500"), bill("2027-06-01"));
        assertEquals(List.of(), bill("2027-07-01"));
        use(data, "7", "2027-04-12T10:00:00Z");
        use(data, "1", "2027-06-12T10:00:00Z");
        use(data, "120", "2027-07-11T10:00:00Z");
        assertEquals(List.of("usage 120 1000", "lateUsage 7 350", "lateUsage 1 50"), bill("2027-08-01"));
    }

    @Test
    void lateUsageHasItsPeriodRatedAnewWhereTheTenantWantsIt() {
        assertThrows(DomainException.class, () -> policy("later"));
        policy("rerate");
        SubscriptionItem data = world.metered(account, flat("100"), "2027-04-15");
        assertEquals(List.of(), bill("2027-05-01"));
        use(data, "102", "2027-04-20T10:00:00Z");
        use(data, "20", "2027-04-14T21:59:59Z");
        use(data, "10", "2027-05-11T10:00:00Z");
        assertEquals(List.of("lateUsage 102 100", "usage 10 0"), bill("2027-06-01"));
        use(data, "3", "2027-04-21T10:00:00Z");
        assertEquals(List.of("lateUsage 3 150"), bill("2027-07-01"));
        assertEquals(List.of(), bill("2027-08-01"));
    }

    @Test
    void usageThatComesAfterTheEndIsCharged() {
        SubscriptionItem data = world.metered(account, flat("0"), "2027-04-01");
        use(data, "1", "2027-04-10T10:00:00Z");
        end(data, "2027-04-20");
        assertEquals(List.of("usage 1 50"), bill("2027-05-01"));
        use(data, "2", "2027-04-19T21:59:59Z");
        use(data, "4", "2027-04-19T22:00:00Z");
        assertEquals(List.of("lateUsage 2 100"), bill("2027-06-01"));
        assertEquals(List.of(), bill("2027-07-01"));
    }

    @Test
    void anAllowanceRollsOverAndLapses() {
        UsageRules rules = new UsageRules(UsageModel.GRADUATED, null, null, 1, null, List.of());
        SubscriptionItem data = world.metered(account, tariff("100", "0.5", rules), "2027-04-01");
        use(data, "40", "2027-04-10T10:00:00Z");
        assertEquals(List.of("usage 40 0"), bill("2027-05-01"));
        use(data, "170", "2027-05-10T10:00:00Z");
        assertEquals(List.of("usage 170 500"), bill("2027-06-01"));
        assertEquals(new BigDecimal("60"), lines().get(0).rolledOver());
        assertEquals(List.of(), bill("2027-07-01"));
        assertEquals(List.of(), bill("2027-08-01"));
        use(data, "201", "2027-08-10T10:00:00Z");
        assertEquals(List.of("usage 201 50"), bill("2027-09-01"));
    }

    /** The clocks go back on 31 October 2027 at 3:00, so that 2:30 comes twice, and both count as night. */
    @Test
    void hoursAreThoseOfTheTenantsZone() {
        UsageRules night = new UsageRules(
                UsageModel.GRADUATED, null, null, 0, null, List.of(new UsageRules.Window(144, 147, BigDecimal.ZERO)));
        SubscriptionItem data = world.metered(account, tariff("0", "1", night), "2027-10-01");
        use(data, "1", "2027-10-31T00:30:00Z");
        use(data, "2", "2027-10-31T01:30:00Z");
        use(data, "4", "2027-10-31T02:00:00Z");
        use(data, "8", "2027-10-30T21:59:00Z");
        use(data, "16", "2027-10-30T22:00:00Z");
        assertEquals(List.of("usage 31 1200"), bill("2027-11-01"));
        assertEquals("12 × 1 + 19 × 0", lines().get(0).formula());
        use(data, "32", "2027-10-31T00:45:00Z");
        use(data, "64", "2027-10-31T12:00:00Z");
        assertEquals(List.of("lateUsage 96 6400"), bill("2027-12-01"));
    }

    private void policy(String lateUsage) {
        world.run(() -> world.service(UsagePolicyService.class).change(new UsagePolicy(lateUsage)));
    }

    private void use(SubscriptionItem item, String quantity, String at) {
        UsageRecord record = new UsageRecord(
                "test", "r" + records++, item.productId(), "GB", new BigDecimal(quantity), Instant.parse(at));
        world.run(() -> {
            world.service(UsageService.class).record(List.of(record));
            world.service(UsageService.class).record(List.of(record));
        });
    }

    /** The lines of the day's documents: kind, units used, and net in cents. */
    private List<String> bill(String day) {
        int before = world.invoices().size();
        world.setToday(day);
        assertEquals("finished", world.bill(day).state());
        return world.invoices().size() == before
                ? List.of()
                : lines().stream()
                        .map(line -> line.kind() + " " + line.used().toPlainString() + " " + line.netMinor())
                        .toList();
    }

    /** Of the latest document. */
    private List<InvoiceLineDetails> lines() {
        UUID latest = world.invoices().stream()
                .max(Comparator.comparing(InvoiceDetails::cycleDate))
                .orElseThrow()
                .id();
        return world.call(() -> world.service(InvoiceService.class).lines(List.of(latest)));
    }

    private void end(SubscriptionItem item, String day) {
        world.run(() -> world.database()
                .update(
                        "update services.subscription_item set end_on = ? where id = ?",
                        LocalDate.parse(day),
                        item.id()));
    }

    private static UsageTariff flat(String allowance) {
        return tariff(allowance, "0.5", UsageRules.PLAIN);
    }

    private static UsageTariff tariff(String allowance, String price, UsageRules rules) {
        return new UsageTariff(
                "GB", new BigDecimal(allowance), List.of(new UsageTariff.Tier(null, new BigDecimal(price))), rules);
    }
}
