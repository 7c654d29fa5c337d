package net.dotmac.rest.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;
import net.dotmac.services.Discount;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderedDiscount;

/** TMF622 ProductOrderItem, as it is sent and as it is shown. */
record OrderItemBody(
        String id,
        Integer quantity,
        String action,
        String state,
        Ref productOffering,
        Ref billingAccount,
        Ref product,
        List<ItemPrice> itemPrice,
        @JsonProperty("@type") String type) {

    private static final String PROMOTION = "promotion";

    /** Carries an item's discounts. */
    record ItemPrice(String name, String priceType, List<Alteration> priceAlteration) {}

    /**
     * One discount; applies to every price of the item.
     *
     * @param name what invoices say; of a promotion its code
     * @param priceType {@code promotion} where a code says what is taken off, and there is no price
     * @param applicationDuration for how many periods of the price it holds, or null for always
     * @param priority the order it applies in, the lowest first; those without one come last, as they are listed
     */
    record Alteration(
            String name, String priceType, Integer applicationDuration, Integer priority, AlteredPrice price) {}

    /**
     * By how much.
     *
     * @param percentage 10 means 10 % off
     * @param dutyFreeAmount off each whole period
     */
    record AlteredPrice(BigDecimal percentage, TmfMoney dutyFreeAmount) {}

    static OrderItemBody of(OrderData.Item item, String state, Links links) {
        return new OrderItemBody(
                item.itemId(),
                item.quantity(),
                item.action().wire(),
                state,
                ref(item.offeringId(), Paths.PRODUCT_OFFERING, "ProductOffering", links),
                ref(item.billingAccountId(), Paths.BILLING_ACCOUNT, "BillingAccount", links),
                ref(item.productId(), Paths.PRODUCT, "Product", links),
                promotion(item.promotionCode()),
                "ProductOrderItem");
    }

    private static Ref ref(UUID id, String path, String referredType, Links links) {
        return id == null ? null : Ref.to(id.toString(), links.to(path, id), null, referredType);
    }

    /** @param payer the order's own billing account, for items that name none; or null */
    OrderData.Item data(UUID payer) {
        if (id == null || id.isBlank() || id.length() > 100) {
            throw DomainException.invalid("productOrderItem.id", "An item needs an id of 1 to 100 characters.");
        }
        if (state != null) {
            throw DomainException.invalid(
                    "productOrderItem.state", "The state of an item is not for the client to set.");
        }
        UUID account = Ref.idOf(billingAccount, "productOrderItem.billingAccount");
        return new OrderData.Item(
                id,
                parsedAction(),
                quantity == null ? 1 : quantity,
                Ref.idOf(productOffering, "productOrderItem.productOffering"),
                account == null ? payer : account,
                Ref.idOf(product, "productOrderItem.product"),
                discounts(),
                promotionCode());
    }

    private OrderData.Action parsedAction() {
        if (action == null) {
            throw DomainException.invalid(
                    "productOrderItem.action", "The action is missing: add, modify, delete or noChange.");
        }
        try {
            return OrderData.Action.ofWire(action);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("productOrderItem.action", "The action: " + e.getMessage() + ".");
        }
    }

    private static List<ItemPrice> promotion(String code) {
        return code == null
                ? null
                : List.of(new ItemPrice(null, null, List.of(new Alteration(code, PROMOTION, null, null, null))));
    }

    private String promotionCode() {
        List<String> codes = alterations()
                .filter(each -> PROMOTION.equals(each.priceType()))
                .map(Alteration::name)
                .toList();
        if (codes.size() > 1 || codes.contains(null)) {
            throw DomainException.invalid(
                    "productOrderItem.itemPrice.priceAlteration",
                    "An item has at most one alteration of the priceType promotion, whose name is the code.");
        }
        return codes.isEmpty() ? null : codes.get(0);
    }

    private Stream<Alteration> alterations() {
        return (itemPrice == null ? List.<ItemPrice>of() : itemPrice)
                .stream().flatMap(price -> (price.priceAlteration() == null
                                ? List.<Alteration>of()
                                : price.priceAlteration())
                        .stream());
    }

    private List<OrderedDiscount> discounts() {
        return alterations()
                .filter(each -> !PROMOTION.equals(each.priceType()))
                .sorted(Comparator.comparing(Alteration::priority, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(alteration -> new OrderedDiscount(discount(alteration), alteration.applicationDuration()))
                .toList();
    }

    private static Discount discount(Alteration alteration) {
        AlteredPrice price = alteration.price();
        String name = alteration.name() == null ? "Discount" : alteration.name();
        boolean isPercent = price != null && price.percentage() != null;
        boolean isAmount = price != null
                && price.dutyFreeAmount() != null
                && price.dutyFreeAmount().value() != null;
        if (isPercent == isAmount) {
            throw DomainException.invalid(
                    "productOrderItem.itemPrice.priceAlteration",
                    "A price alteration has either a percentage or a dutyFreeAmount.");
        }
        return isPercent
                ? new Discount(name, Discount.Kind.PERCENT, price.percentage(), null, null)
                : new Discount(
                        name, Discount.Kind.AMOUNT, price.dutyFreeAmount().value(), null, null);
    }
}
