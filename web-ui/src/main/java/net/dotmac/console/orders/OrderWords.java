package net.dotmac.console.orders;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Words;

/** Orders in words and columns. */
final class OrderWords {

    private OrderWords() {}

    static Badge state(OrderRow row) {
        String state = row.order().state();
        return new Badge(
                Words.of("orders.state." + state), state.equals("completed") ? Badge.Tone.GOOD : Badge.Tone.INFO);
    }

    /** The columns that follow the customer's. */
    static void columns(ListPage<OrderRow> list) {
        list.text(Words.of("orders.what"), OrderRow::what, null).setFlexGrow(2);
        list.text(Words.of("orders.orderedAt"), row -> Formats.dayOf(row.order().orderDate()), "orderDate")
                .setFlexGrow(0);
        list.text(
                        Words.of("orders.start"),
                        row -> Formats.day(row.order().data().requestedStart()),
                        "requestedStartDate")
                .setFlexGrow(0);
        list.badge(Words.of("orders.state"), OrderWords::state);
        list.text(
                        Words.of("orders.completedAt"),
                        row -> Formats.dayOf(row.order().completionDate()),
                        "completionDate")
                .setFlexGrow(0);
        list.text(Words.of("orders.externalId"), row -> text(row.order().data().externalId()), "externalId");
        list.text(Words.of("orders.description"), row -> text(row.order().data().description()), null);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
