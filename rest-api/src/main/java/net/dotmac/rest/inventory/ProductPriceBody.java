package net.dotmac.rest.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TimePeriod;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.tmf.TmfTime;
import net.dotmac.rest.write.Links;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;

/** TMF637 ProductPrice: a price as it was sold. */
record ProductPriceBody(
        String name,
        String priceType,
        String recurringChargePeriod,
        String unitOfMeasure,
        Price price,
        Ref productOfferingPrice,
        List<Alteration> productPriceAlteration,
        TimePeriod validFor,
        @JsonProperty("@type") String type) {

    /** Either of the amounts, as the price was sold without or with tax; percentage for alterations. */
    record Price(BigDecimal percentage, TmfMoney dutyFreeAmount, TmfMoney taxIncludedAmount) {}

    record Alteration(String name, String priceType, Price price) {}

    static ProductPriceBody of(SubscriptionItem item, ZoneId zone, Links links) {
        PriceTerms terms = item.terms();
        UUID offeringPrice = terms.offeringPriceId();
        boolean isUsage = terms.type() == PriceType.USAGE;
        BigDecimal value = isUsage ? terms.tariff().tiers().get(0).unitPrice() : terms.unitPrice();
        return new ProductPriceBody(
                terms.name(),
                terms.type().wire(),
                period(terms.period()),
                isUsage ? terms.tariff().unitOfMeasure() : null,
                price(new TmfMoney(terms.currency(), value), terms.taxIncluded()),
                offeringPrice == null
                        ? null
                        : Ref.to(
                                offeringPrice.toString(),
                                links.to(Paths.PRODUCT_OFFERING_PRICE, offeringPrice),
                                terms.name(),
                                "ProductOfferingPrice"),
                item.discounts().stream()
                        .map(discount -> alteration(discount, terms))
                        .toList(),
                new TimePeriod(TmfTime.of(item.start(), zone), TmfTime.of(item.end(), zone)),
                "ProductPrice");
    }

    private static Price price(TmfMoney amount, boolean isTaxIncluded) {
        return isTaxIncluded ? new Price(null, null, amount) : new Price(null, amount, null);
    }

    private static Alteration alteration(Discount discount, PriceTerms terms) {
        boolean isPercent = discount.kind() == Discount.Kind.PERCENT;
        Price price = isPercent
                ? new Price(discount.value(), null, null)
                : price(new TmfMoney(terms.currency(), discount.value()), terms.taxIncluded());
        return new Alteration(discount.name(), terms.type().wire(), price);
    }

    /** "month", or "3 month". */
    private static String period(ChargePeriod period) {
        if (period == null) {
            return null;
        }
        return period.length() == 1
                ? period.unit().wire()
                : period.length() + " " + period.unit().wire();
    }
}
