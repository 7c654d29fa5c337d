package net.dotmac.services;

import java.math.BigDecimal;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.Sale;

/** What an order may ask for, whatever it is for. */
final class OrderRules {

    private static final int QUANTITY_AT_MOST = 100_000;
    private static final int PERIODS_AT_MOST = 1200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OrderRules() {}

    static void check(OrderData.Item item) {
        if (item.quantity() < 1 || item.quantity() > QUANTITY_AT_MOST) {
            throw DomainException.invalid(
                    "productOrderItem.quantity",
                    "Found a quantity of " + item.quantity() + ", expected 1 to " + QUANTITY_AT_MOST + ".");
        }
        item.discounts().forEach(OrderRules::check);
        if (item.promotionCode() != null && item.action() != OrderData.Action.ADD) {
            throw DomainException.invalid(
                    "productOrderItem.itemPrice.priceAlteration",
                    "A promotion code belongs to an item that is added, and this one's action is "
                            + item.action().wire() + ".");
        }
        if (item.promotionCode() != null && item.promotionCode().isBlank()) {
            throw DomainException.invalid(
                    "productOrderItem.itemPrice.priceAlteration", "The code is blank. Leave it out, or name one.");
        }
    }

    private static void check(OrderedDiscount ordered) {
        Discount discount = ordered.discount();
        if (discount.value() == null || discount.value().signum() < 0) {
            throw refused("Found a discount of " + discount.value() + ", expected 0 or more.");
        }
        if (discount.kind() == Discount.Kind.PERCENT && discount.value().compareTo(HUNDRED) > 0) {
            throw refused("Found a discount of " + discount.value() + " %, expected 0 to 100.");
        }
        if (ordered.periods() != null && (ordered.periods() < 1 || ordered.periods() > PERIODS_AT_MOST)) {
            throw refused("Found " + ordered.periods() + " periods, expected 1 to " + PERIODS_AT_MOST + ".");
        }
        if (Sale.isEverything(discount)) {
            if (ordered.periods() == null && discount.to() == null) {
                throw refused("What is given away has an end: state how many periods it is free for"
                        + " (applicationDuration).");
            }
            CallContext.current().require("order.approveFree");
        }
    }

    static void requireCurrency(Product product, PriceTerms terms, String currency) {
        if (!terms.currency().equals(currency)) {
            throw new DomainException(
                    OrderProblem.CURRENCY_MISMATCH,
                    product.name() + " is priced in " + terms.currency() + ", and the account is kept in " + currency
                            + ". Choose an offering in " + currency + ".",
                    "productOffering");
        }
    }

    private static DomainException refused(String message) {
        return DomainException.invalid("productOrderItem.itemPrice.priceAlteration", message);
    }
}
