package net.dotmac.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.PriceTerms;

/**
 * One price of one product that a billing account pays for over a span of days. Items change only by ending and appending: an
 * upgrade ends one and starts another.
 *
 * @param id never reused; charges refer to it
 * @param productId the product it belongs to
 * @param productName what the customer calls it, for the invoice line
 * @param billingAccountId who pays
 * @param terms the price as sold
 * @param quantity how many, more than 0
 * @param discounts in the order they apply
 * @param start first day it is charged for (the activation day counts)
 * @param end the day after the last, or null while it runs; may still move to an earlier day
 * @param anchor the day its periods are counted from; that of the first item where one continues another
 */
public record SubscriptionItem(
        UUID id,
        UUID productId,
        String productName,
        UUID billingAccountId,
        PriceTerms terms,
        BigDecimal quantity,
        List<Discount> discounts,
        LocalDate start,
        LocalDate end,
        LocalDate anchor) {

    public SubscriptionItem {
        discounts = List.copyOf(discounts);
    }

    /** An item whose periods are counted from its own start. */
    public SubscriptionItem(
            UUID id,
            UUID productId,
            String productName,
            UUID billingAccountId,
            PriceTerms terms,
            BigDecimal quantity,
            List<Discount> discounts,
            LocalDate start,
            LocalDate end) {
        this(id, productId, productName, billingAccountId, terms, quantity, discounts, start, end, start);
    }

    /** The same for other days, under an id of its own. */
    public SubscriptionItem during(UUID newId, LocalDate newStart, LocalDate newEnd) {
        return new SubscriptionItem(
                newId, productId, productName, billingAccountId, terms, quantity, discounts, newStart, newEnd, anchor);
    }

    /** The same at another price. */
    public SubscriptionItem at(BigDecimal unitPrice) {
        return new SubscriptionItem(
                id,
                productId,
                productName,
                billingAccountId,
                terms.at(unitPrice),
                quantity,
                discounts,
                start,
                end,
                anchor);
    }

    /** Whether it has days on or after this one. */
    public boolean runsPast(LocalDate day) {
        return end == null || (end.isAfter(day) && end.isAfter(start));
    }
}
