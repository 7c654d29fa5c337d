package net.dotmac.ledger.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.domain.AllocationPolicy.Allocation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 1);

    @Test
    void settlesInOrderAndLeavesTheRest() {
        List<OpenItem> credits = items(false, List.of(60L, 50L));
        List<OpenItem> receivables = items(true, List.of(50L, 50L));
        assertEquals(
                List.of(
                        allocation(credits, 0, receivables, 0, 50),
                        allocation(credits, 0, receivables, 1, 10),
                        allocation(credits, 1, receivables, 1, 40)),
                AllocationPolicy.oldestFirst(credits, receivables));
    }

    @Test
    void nothingOpenNeedsNothing() {
        assertEquals(List.of(), AllocationPolicy.oldestFirst(items(false, List.of(5L)), List.of()));
        assertEquals(List.of(), AllocationPolicy.oldestFirst(List.of(), items(true, List.of(5L))));
    }

    @Property
    @Tag("property")
    void allocatesAllItCanAndNoMoreThanIsThere(
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 500) Long> credits,
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 500) Long> receivables) {
        List<OpenItem> have = items(false, credits);
        List<OpenItem> owe = items(true, receivables);
        List<Allocation> allocations = AllocationPolicy.oldestFirst(have, owe);
        assertEquals(
                Math.min(sum(credits), sum(receivables)),
                allocations.stream().mapToLong(Allocation::amountMinor).sum());
        for (OpenItem item : have) {
            assertTrue(allocated(allocations, item.documentId()) <= item.openMinor());
        }
        for (OpenItem item : owe) {
            assertTrue(allocated(allocations, item.documentId()) <= item.openMinor());
        }
        assertTrue(allocations.stream().allMatch(allocation -> allocation.amountMinor() > 0));
    }

    private static long allocated(List<Allocation> allocations, UUID id) {
        return allocations.stream()
                .filter(a -> a.creditId().equals(id) || a.receivableId().equals(id))
                .mapToLong(Allocation::amountMinor)
                .sum();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(l -> l).sum();
    }

    private static Allocation allocation(
            List<OpenItem> credits, int c, List<OpenItem> receivables, int r, long amount) {
        return new Allocation(credits.get(c).documentId(), receivables.get(r).documentId(), amount);
    }

    private static List<OpenItem> items(boolean receivable, List<Long> amounts) {
        return amounts.stream()
                .map(amount ->
                        new OpenItem(UUID.randomUUID(), UUID.randomUUID(), receivable, "EUR", amount, amount, DAY, DAY))
                .toList();
    }
}
