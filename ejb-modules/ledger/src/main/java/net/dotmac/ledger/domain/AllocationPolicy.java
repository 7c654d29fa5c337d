package net.dotmac.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.ledger.OpenItem;

/** Spreads credits over receivables: what is due first is settled first, by the credit that was booked first. */
public final class AllocationPolicy {

    private AllocationPolicy() {}

    /**
     * @param credits open credits, oldest first
     * @param receivables open receivables, due first first; of the same currency
     * @return what settles what; nothing is ever allocated twice, and what is left of a credit stays open
     */
    public static List<Allocation> oldestFirst(List<OpenItem> credits, List<OpenItem> receivables) {
        List<Allocation> allocations = new ArrayList<>();
        int next = 0;
        long openOfNext = receivables.isEmpty() ? 0 : receivables.get(0).openMinor();
        for (OpenItem credit : credits) {
            long left = credit.openMinor();
            while (left > 0 && next < receivables.size()) {
                long amount = Math.min(left, openOfNext);
                if (amount > 0) {
                    allocations.add(new Allocation(
                            credit.documentId(), receivables.get(next).documentId(), amount));
                }
                left -= amount;
                openOfNext -= amount;
                if (openOfNext == 0) {
                    next++;
                    openOfNext =
                            next < receivables.size() ? receivables.get(next).openMinor() : 0;
                }
            }
        }
        return allocations;
    }

    /** @param amountMinor minor units, more than 0 */
    public record Allocation(UUID creditId, UUID receivableId, long amountMinor) {}
}
