package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.RunReconciliation.Variance;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.Test;

class RunReconciliationTest {

    private final BillingWorld world = new BillingWorld();
    private final BillingRunService runs = world.service(BillingRunService.class);

    @Test
    void everyAccountIsAccountedFor() {
        world.monthly(world.account(1), "100", "2027-05-01");
        world.monthly(world.account(1), "50", "2027-05-01");
        world.account(1);
        BillingAccountDetails held = world.account(1);
        world.monthly(held, "30", "2027-05-01");
        world.bill("2027-05-01");
        world.run(() -> world.service(BillingAccountService.class).hold(held.id(), "disputed"));
        BillingRunDetails june = world.bill("2027-06-01");
        RunReconciliation reconciliation = reconciliation(june.id());
        assertTrue(reconciliation.isBalanced(), reconciliation::toString);
        assertEquals(
                List.of(4, 2, 1, 1, 0),
                List.of(
                        reconciliation.run().accounts(),
                        reconciliation.run().billed(),
                        reconciliation.run().nothingToBill(),
                        reconciliation.run().blocked(),
                        reconciliation.unaccounted()));
        assertEquals(15_000, reconciliation.sums().get(0).documents().netMinor());
        assertEquals(
                List.of(new RunReconciliation.Blocked("onHold", 1, "EUR", 3_000)), reconciliation.blockedByReason());
        assertEquals(LocalDate.parse("2027-05-01"), reconciliation.before().from());
    }

    @Test
    void theVarianceTellsItsReasons() {
        BillingAccountDetails account = world.account(1);
        recurring(account, "Same", "10.00");
        SubscriptionItem ending = recurring(account, "Ending", "20.00");
        SubscriptionItem dearer = recurring(account, "Dearer", "30.00");
        world.bill("2027-05-01");
        change("update services.subscription_item set end_on = '2027-06-01' where id = ?", ending.id());
        change("update services.subscription_item set unit_price = 35 where id = ?", dearer.id());
        recurring(account, "New", "40.00", "2027-06-01");
        BillingRunDetails june = world.bill("2027-06-01");
        Map<String, Variance> by = reconciliation(june.id()).variance().stream()
                .collect(Collectors.toMap(each -> each.product().replace("Fibre 1000 – ", ""), Function.identity()));
        assertEquals(new Variance("Fibre 1000 – Same", "recurring", "EUR", 1, 1000, 1000, 0, 0, 0, 0), by.get("Same"));
        assertEquals(-2000, by.get("Ending").ended());
        assertEquals(500, by.get("Dearer").priceChanged());
        assertEquals(4000, by.get("New").newItems());
        for (Variance each : by.values()) {
            assertEquals(
                    each.difference(),
                    each.newItems() + each.ended() + each.priceChanged() + each.other(),
                    each::toString);
        }
        String csv = ReconciliationCsv.of(reconciliation(june.id()));
        assertTrue(
                csv.contains("variance,Fibre 1000 – Dearer,recurring,EUR,1,35.00,,,30.00,5.00,0.00,0.00,5.00,0.00"),
                csv);
    }

    @Test
    void aCellIsNoFormula() {
        recurring(world.account(1), "=1+1,\"x\"", "10.00");
        BillingRunDetails may = world.bill("2027-05-01");
        change("update billing.invoice_line set description = '=1+1,\"x\"' where item_id <> ?", UUID.randomUUID());
        String csv = ReconciliationCsv.of(reconciliation(may.id()));
        assertTrue(csv.contains("variance,\"'=1+1,\"\"x\"\"\",recurring"), csv);
    }

    @Test
    void aPreviewHasCountsAndNoVariance() {
        world.monthly(world.account(1), "100", "2027-05-01");
        RunReconciliation reconciliation =
                reconciliation(world.preview("2027-05-01").id());
        assertTrue(reconciliation.isBalanced());
        assertEquals(10_000, reconciliation.sums().get(0).counted().netMinor());
        assertEquals(List.of(), reconciliation.variance());
    }

    @Test
    void whatDoesNotAddUpIsSeen() {
        world.monthly(world.account(1), "100", "2027-05-01");
        BillingRunDetails may = world.bill("2027-05-01");
        change(
                "update billing.invoice set net_minor = net_minor + 1, gross_minor = gross_minor + 1 where run_id = ?",
                may.id());
        assertFalse(reconciliation(may.id()).isBalanced());
    }

    @Test
    void theMonthBeforeOfAShortMonthsEndReachesToTheThirtyFirst() {
        BillingAccountDetails account = world.account(31);
        world.monthly(account, "100", "2027-05-01");
        world.setToday("2027-06-30");
        world.bill("2027-05-31");
        BillingRunDetails june = world.bill("2027-06-30");
        assertEquals(
                LocalDate.parse("2027-05-31"),
                reconciliation(june.id()).before().to());
    }

    @Test
    void anotherTenantFindsNothing() {
        BillingRunDetails run = world.bill("2027-05-01");
        DomainException refused =
                assertThrows(DomainException.class, () -> new BillingWorld().call(() -> runs.reconciliation(run.id())));
        assertEquals(CommonProblem.NOT_FOUND, refused.problem());
    }

    private RunReconciliation reconciliation(UUID run) {
        return world.call(() -> runs.reconciliation(run));
    }

    private SubscriptionItem recurring(BillingAccountDetails account, String name, String price) {
        return recurring(account, name, price, "2027-05-01");
    }

    private SubscriptionItem recurring(BillingAccountDetails account, String name, String price, String start) {
        return world.item(
                account,
                new PriceTerms(
                        Ids.next(),
                        name,
                        PriceType.RECURRING,
                        ChargePeriod.MONTHLY,
                        new java.math.BigDecimal(price),
                        "EUR",
                        false,
                        "standard",
                        null),
                start);
    }

    /** What no service of ours may do. */
    private void change(String sql, UUID id) {
        try (var connection = BillingWorld.outer().superuser();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.execute();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
