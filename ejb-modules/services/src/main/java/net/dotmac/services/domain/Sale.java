package net.dotmac.services.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.Ids;
import net.dotmac.services.Discount;
import net.dotmac.services.OrderedDiscount;
import net.dotmac.services.SubscriptionItem;

/**
 * Turns a price of the catalogue into what a customer is charged: one item, or one for each of its phases.
 *
 * @param product for which it is sold
 * @param quantity how many
 * @param discounts what every item is reduced by
 * @param start first day
 * @param actor who sells
 */
public record Sale(
        Product product, BigDecimal quantity, List<OrderedDiscount> discounts, LocalDate start, String actor) {

    private static final ChargePeriod MONTH = ChargePeriod.MONTHLY;

    public List<SubscriptionItem> of(PriceDetails price) {
        PriceTerms terms = price.terms();
        List<SubscriptionItem> items = new ArrayList<>();
        LocalDate from = start;
        for (PricePhase phase : price.data().phases()) {
            LocalDate to = new ChargePeriod(phase.unit(), 1).boundary(start, phase.upTo());
            items.add(item(terms.at(phase.unitPrice()), from, to));
            from = to;
        }
        items.add(item(terms, from, null));
        return items;
    }

    /** The item as it is to go on: its price and its days are kept, and its discounts where none are ordered. */
    public SubscriptionItem insteadOf(SubscriptionItem item) {
        boolean keeps = discounts.isEmpty() || item.terms().type().isChargedAtEnd();
        return new SubscriptionItem(
                item.id(),
                item.productId(),
                item.productName(),
                product.billingAccountId(),
                item.terms(),
                quantity,
                keeps ? item.discounts() : discounts(item.terms()),
                item.start(),
                item.end(),
                item.anchor());
    }

    /** A fee that falls due because the product ends. */
    public SubscriptionItem fee(PriceTerms terms) {
        return item(terms.once(), start, null);
    }

    private SubscriptionItem item(PriceTerms terms, LocalDate from, LocalDate to) {
        return new SubscriptionItem(
                Ids.next(),
                product.id(),
                product.name(),
                product.billingAccountId(),
                terms,
                quantity,
                terms.type().isChargedAtEnd() ? List.of() : discounts(terms),
                from,
                to,
                anchor(terms, from));
    }

    /** A phase that ends where a period does keeps the days of the periods: those of 31 January go on as 31 March. */
    private LocalDate anchor(PriceTerms terms, LocalDate from) {
        boolean isOwnDay = terms.type() == PriceType.RECURRING
                && terms.period().alignment().equals(ChargePeriod.Alignment.START)
                && !terms.period().containing(from, start, 1).start().equals(from);
        return isOwnDay ? from : start;
    }

    private List<Discount> discounts(PriceTerms terms) {
        ChargePeriod period = terms.period() == null ? MONTH : terms.period();
        return discounts.stream().map(each -> limited(each, period)).toList();
    }

    private Discount limited(OrderedDiscount ordered, ChargePeriod period) {
        Discount discount = ordered.discount();
        LocalDate to = discount.to();
        if (ordered.periods() != null) {
            LocalDate last = period.boundary(discount.from() == null ? start : discount.from(), ordered.periods());
            to = to == null || last.isBefore(to) ? last : to;
        }
        return new Discount(
                discount.name(),
                discount.kind(),
                discount.value(),
                discount.from(),
                to,
                isEverything(discount) ? actor : null);
    }

    /** Whether nothing is left to pay. */
    public static boolean isEverything(Discount discount) {
        return discount.kind() == Discount.Kind.PERCENT && discount.value().compareTo(BigDecimal.valueOf(100)) >= 0;
    }
}
