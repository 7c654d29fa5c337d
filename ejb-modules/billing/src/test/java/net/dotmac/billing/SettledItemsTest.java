package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.Ids;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.services.domain.SubscriptionChange;
import net.dotmac.services.persistence.SubscriptionItemRepository;
import org.junit.jupiter.api.Test;

/** Billing reads only what may still be charged or credited, and still does both when it has to. */
class SettledItemsTest {

    private final BillingWorld world = new BillingWorld();
    private final BillingAccountDetails account = world.account(1);

    @Test
    void anItemChargedToItsEndIsNotReadAgain() {
        SubscriptionItem old = world.monthly(account, "31", "2027-05-01");
        SubscriptionItem current = world.monthly(account, "10", "2027-05-01");
        world.bill("2027-05-01");
        assertEquals(List.of(old.id(), current.id()), unsettled());
        end(old, "2027-06-01");
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(List.of(current.id()), unsettled());
        world.setToday("2027-07-01");
        world.bill("2027-07-01");
        assertEquals(List.of(4100L, 1000L, 1000L), nets());
    }

    @Test
    void aBackDatedEndIsCreditedFirst() {
        SubscriptionItem item = world.monthly(account, "31", "2027-05-01");
        world.bill("2027-05-01");
        end(item, "2027-05-11");
        assertEquals(List.of(item.id()), unsettled());
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(List.of(3100L, -2100L), nets());
        assertEquals(List.of(), unsettled());
    }

    @Test
    void whatIsChargedOnceIsReadOnce() {
        SubscriptionItem installation = world.item(
                account,
                new PriceTerms(
                        Ids.next(),
                        "Installation",
                        PriceType.ONE_TIME,
                        null,
                        new BigDecimal("49"),
                        "EUR",
                        false,
                        "standard",
                        null),
                "2027-05-10");
        world.bill("2027-05-01");
        assertEquals(List.of(installation.id()), unsettled());
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(List.of(4900L), nets());
        assertEquals(List.of(), unsettled());
    }

    @Test
    void aBlockedAccountSettlesNothing() {
        SubscriptionItem item = world.monthly(account, "31", "2027-05-01");
        world.bill("2027-05-01");
        end(item, "2027-05-11");
        world.run(() -> world.service(BillingAccountService.class).hold(account.id(), "disputed"));
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(List.of(item.id()), unsettled());
    }

    /** An end that was known and moves to an earlier day: what was settled is to be looked at again. */
    @Test
    void anEndThatMovesBackIsCreditedToo() {
        SubscriptionItem item = world.monthly(account, "31", "2027-05-01");
        end(item, "2027-06-01");
        world.bill("2027-05-01");
        assertEquals(List.of(), unsettled());
        end(item, "2027-05-11");
        assertEquals(List.of(item.id()), unsettled());
        world.setToday("2027-06-01");
        world.bill("2027-06-01");
        assertEquals(List.of(3100L, -2100L), nets());
        assertEquals(List.of(), unsettled());
    }

    /** A run that read an item before its end moved must not say that nothing is left to give back. */
    @Test
    void anEndThatMovedMeanwhileIsNotSettled() {
        SubscriptionItem item = world.monthly(account, "31", "2027-05-01");
        end(item, "2027-05-11");
        world.run(() -> world.service(ProductService.class).settleItems(Map.of(item.id(), LocalDate.of(2027, 6, 1))));
        assertEquals(List.of(item.id()), unsettled());
    }

    private void end(SubscriptionItem item, String day) {
        var end = new SubscriptionChange.End(item.id(), LocalDate.parse(day), item.end());
        world.run(() ->
                world.service(SubscriptionItemRepository.class).apply(new SubscriptionChange(List.of(end), List.of())));
    }

    private List<Long> nets() {
        return world.invoices().stream().map(InvoiceDetails::netMinor).toList();
    }

    private List<UUID> unsettled() {
        return world.call(() ->
                world
                        .service(ProductService.class)
                        .unsettledItems(List.of(account.id()), LocalDate.of(9999, 1, 1))
                        .stream()
                        .map(SubscriptionItem::id)
                        .toList());
    }
}
