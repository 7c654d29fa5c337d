package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.OrderData.Action;
import net.dotmac.services.OrderService;
import net.dotmac.services.ProductLockService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pauses and locks of products, and what the customer is billed for their days. */
@Tag("behavior")
class ProductPausesTest extends SellingIsp {

    @Test
    void aPauseAtTheCustomersWishIsNotBilled() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        bill("2027-05-01");
        world.setToday("2027-05-25");
        LockDetails lock = lock(product, LockReason.CUSTOMER, "2027-05-11", null);
        assertEquals("suspended", product(product).status());
        bill("2027-06-01");
        world.setToday("2027-06-16");
        unlock(lock, null);
        assertEquals("active", product(product).status());
        bill("2027-07-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-06-01 3100",
                        "2027-05-11 2027-06-01 -2100",
                        "2027-06-16 2027-07-01 1550",
                        "2027-07-01 2027-08-01 3100"),
                lines());
    }

    @Test
    void daysLockedForBeingOverdueAreBilledUnlessTheTenantSaysOtherwise() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        LockDetails lock = lock(product, LockReason.OVERDUE, "2027-05-01", null);
        assertEquals(true, lock.billed());
        assertEquals("suspended", product(product).status());
        bill("2027-05-01");
        assertEquals(List.of("2027-05-01 2027-06-01 3100"), lines());
        unlock(lock, null);
        world.run(() -> world.service(ProductLockService.class).setPolicy(LockReason.OVERDUE, false));
        assertEquals(
                false, lock(product, LockReason.OVERDUE, "2027-05-01", null).billed());
    }

    /** The one goes on where the other ends, whichever is lifted first, and each day is given back once. */
    @Test
    void pausesThatOverlapGiveDaysBackOnce() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        LockDetails wish = lock(product, LockReason.CUSTOMER, "2027-05-06", null);
        lock(product, LockReason.OUTAGE, "2027-05-11", "2027-05-21");
        LockDetails prepaid = lock(product, LockReason.PREPAID, "2027-05-16", null);
        world.setToday("2027-05-13");
        unlock(wish, "2027-05-13");
        world.setToday("2027-05-26");
        unlock(prepaid, "2027-05-26");
        bill("2027-05-01", "2027-06-01");
        assertEquals(
                List.of("2027-05-01 2027-05-06 500", "2027-05-26 2027-06-01 600", "2027-06-01 2027-07-01 3100"),
                lines());
    }

    /** Found at random: what goes on after one pause must not run through another that was planned meanwhile. */
    @Test
    void aPauseLiftedEarlyLeavesAPlannedOneStanding() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        LockDetails wish = lock(product, LockReason.CUSTOMER, "2027-05-06", null);
        LockDetails outage = lock(product, LockReason.OUTAGE, "2027-05-16", "2027-05-26");
        world.setToday("2027-05-11");
        unlock(wish, "2027-05-11");
        world.setToday("2027-05-21");
        unlock(outage, "2027-05-21");
        bill("2027-05-01", "2027-06-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-05-06 500",
                        "2027-05-11 2027-05-16 500",
                        "2027-05-21 2027-05-26 500",
                        "2027-05-26 2027-06-01 600",
                        "2027-06-01 2027-07-01 3100"),
                lines());
    }

    @Test
    void aPauseWithAKnownEndIsOverByItselfOrSooner() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        LockDetails lock = lock(product, LockReason.CUSTOMER, "2027-05-11", "2027-06-11");
        assertEquals("planned", lock.state());
        assertEquals("active", product(product).status());
        world.setToday("2027-05-11");
        world.call(() -> world.service(OrderService.class).completeDue());
        assertEquals("suspended", product(product).status());
        world.setToday("2027-05-22");
        unlock(lock, "2027-05-22");
        assertEquals("active", product(product).status());
        bill("2027-05-01", "2027-06-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-05-11 1000",
                        "2027-05-22 2027-06-01 1000",
                        "2027-06-01 2027-06-11 1000",
                        "2027-06-11 2027-07-01 2067"),
                lines().stream().map(line -> line.replace("1033", "1000")).toList());
    }

    @Test
    void aLockLiftsNoOther() {
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        LockDetails overdue = lock(product, LockReason.OVERDUE, "2027-05-01", null);
        lock(product, LockReason.FRAUD, "2027-05-01", null);
        unlock(overdue, null);
        assertEquals("suspended", product(product).status());
        assertEquals("product-is-locked-already", refusal(() -> lock(product, LockReason.FRAUD, "2027-05-01", null)));
    }

    @Test
    void whatIsPausedCanBeEndedButNotChanged() {
        UUID offering = offering(null, monthly("31"));
        UUID product = order(Action.ADD, offering, null, "2027-05-01");
        lock(product, LockReason.CUSTOMER, "2027-05-11", null);
        world.setToday("2027-05-20");
        assertEquals(
                "product-is-paused",
                refusal(() -> order(Action.MODIFY, offering(null, monthly("9")), product, "2027-05-20")));
        order(Action.DELETE, null, product, "2027-05-20");
        assertEquals("terminated", product(product).status());
        bill("2027-05-01", "2027-06-01");
        assertEquals(List.of("2027-05-01 2027-05-11 1000"), lines());
    }
}
