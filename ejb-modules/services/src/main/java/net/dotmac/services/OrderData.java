package net.dotmac.services;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is ordered.
 *
 * @param externalId the partner's own number, or null
 * @param requestedStart first day wanted, or null for today
 * @param items 1 to 100
 */
public record OrderData(
        String externalId, String description, UUID customerId, LocalDate requestedStart, List<Item> items) {

    public OrderData {
        items = List.copyOf(items);
    }

    /**
     * One thing to do.
     *
     * @param itemId name of the item within the order
     * @param action add, modify or delete; noChange does nothing
     * @param quantity 1 to 100,000; for add and modify
     * @param offeringId for add; for modify the new offering, or null to keep the old
     * @param billingAccountId who pays; for add, and for modify if another account is to pay from then on
     * @param productId for modify and delete
     * @param discounts for add and modify: what every price of the item is reduced by
     * @param promotionCode for add: a code that gives a further discount, after the others; or null
     */
    public record Item(
            String itemId,
            Action action,
            int quantity,
            UUID offeringId,
            UUID billingAccountId,
            UUID productId,
            List<OrderedDiscount> discounts,
            String promotionCode) {

        public Item {
            discounts = List.copyOf(discounts);
        }

        /** Without a code. */
        public Item(
                String itemId,
                Action action,
                int quantity,
                UUID offeringId,
                UUID billingAccountId,
                UUID productId,
                List<OrderedDiscount> discounts) {
            this(itemId, action, quantity, offeringId, billingAccountId, productId, discounts, null);
        }
    }

    /** Spelled as in TMF622. */
    public enum Action {
        ADD("add"),
        MODIFY("modify"),
        DELETE("delete"),
        NO_CHANGE("noChange");

        private final String wire;

        Action(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        /** @throws IllegalArgumentException for an unknown spelling */
        public static Action ofWire(String wire) {
            for (Action action : values()) {
                if (action.wire.equals(wire)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("expected add, modify, delete or noChange, found " + wire);
        }
    }
}
