package net.dotmac.rest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.rest.tmf.TmfMoney;

/**
 * TMF620 ProductOfferingPrice. The price is for {@code unitOfMeasure.amount} units; a tiered usage price shows the
 * price of its first tier here and all of them in {@code prodSpecCharValueUse}.
 */
record PriceBody(
        String id,
        String href,
        String name,
        String description,
        Boolean isBundle,
        String lifecycleStatus,
        Instant lastUpdate,
        String priceType,
        String recurringChargePeriodType,
        Integer recurringChargePeriodLength,
        TmfMoney price,
        List<TaxItem> tax,
        Quantity unitOfMeasure,
        List<CharacteristicUse> prodSpecCharValueUse,
        @JsonProperty("@type") String type) {

    /**
     * A tax on the price.
     *
     * @param taxRate read and not kept: the category decides the rate
     * @param taxAmount read and not kept
     */
    record TaxItem(String taxCategory, BigDecimal taxRate, TmfMoney taxAmount) {}

    record Quantity(BigDecimal amount, String units) {}

    static PriceBody of(PriceDetails price, String href) {
        PriceTerms terms = price.terms();
        boolean isPeriodic = terms.period() != null;
        boolean isUsage = terms.type() == PriceType.USAGE;
        BigDecimal value = isUsage ? terms.tariff().tiers().get(0).unitPrice() : terms.unitPrice();
        return new PriceBody(
                price.id().toString(),
                href,
                terms.name(),
                price.data().description(),
                false,
                price.data().lifecycleStatus(),
                price.lastUpdate(),
                terms.type().wire(),
                isPeriodic ? terms.period().unit().wire() : null,
                isPeriodic ? terms.period().length() : null,
                new TmfMoney(terms.currency(), plain(value)),
                terms.taxCategory() == null ? List.of() : List.of(new TaxItem(terms.taxCategory(), null, null)),
                isUsage ? new Quantity(BigDecimal.ONE, terms.tariff().unitOfMeasure()) : null,
                PriceExtras.of(price.data()),
                "ProductOfferingPrice");
    }

    /** Without the zeros that the database pads a rate with: 39.90000000 is 39.9. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
