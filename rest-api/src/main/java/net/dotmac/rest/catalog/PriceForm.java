package net.dotmac.rest.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Bundles;
import net.dotmac.rest.tmf.TmfMoney;

/** The writable attributes of a ProductOfferingPrice. */
record PriceForm(
        String name,
        String description,
        Boolean isBundle,
        String lifecycleStatus,
        Instant lastUpdate,
        String priceType,
        String recurringChargePeriodType,
        Integer recurringChargePeriodLength,
        TmfMoney price,
        List<PriceBody.TaxItem> tax,
        PriceBody.Quantity unitOfMeasure,
        List<CharacteristicUse> prodSpecCharValueUse) {

    private static final int DECIMALS = 8;

    PriceData data() {
        Bundles.refuse(isBundle);
        if (priceType == null) {
            throw DomainException.invalid(
                    "priceType", "The priceType is missing: recurring, oneTime, usage, cancellation or penalty.");
        }
        if (price == null || price.value() == null) {
            throw DomainException.invalid("price", "The price is missing: {\"unit\": \"EUR\", \"value\": 39.90}.");
        }
        PriceType type = checked("priceType", () -> PriceType.ofWire(priceType));
        PriceExtras extras = PriceExtras.read(prodSpecCharValueUse);
        UsageTariff tariff = type == PriceType.USAGE ? tariff(extras) : null;
        if (type != PriceType.USAGE && (extras.hasTariff() || countedUnits() != null)) {
            throw DomainException.invalid(
                    "prodSpecCharValueUse", "Only a usage price has a unit of measure, an allowance and tiers.");
        }
        BigDecimal unitPrice = type == PriceType.USAGE ? BigDecimal.ZERO : price.value();
        PriceTerms terms = new PriceTerms(
                null,
                name,
                type,
                period(type, extras),
                unitPrice,
                price.unit(),
                extras.isTaxIncluded(),
                taxCategory(),
                tariff);
        return new PriceData(terms, extras.phases(), description, lifecycleStatus);
    }

    private ChargePeriod period(PriceType type, PriceExtras extras) {
        if (type != PriceType.RECURRING && (extras.timing() != null || extras.alignment() != null)) {
            throw DomainException.invalid(
                    "prodSpecCharValueUse", "Only a recurring price has a timing and an alignment.");
        }
        if (recurringChargePeriodType == null) {
            return null;
        }
        int length = recurringChargePeriodLength == null ? 1 : recurringChargePeriodLength;
        if (type != PriceType.RECURRING && type != PriceType.PENALTY) {
            throw DomainException.invalid(
                    "recurringChargePeriodType",
                    "Only a recurring price has a period, and a penalty for each period left.");
        }
        ChargePeriod.Unit unit =
                checked("recurringChargePeriodType", () -> ChargePeriod.Unit.ofWire(recurringChargePeriodType));
        ChargePeriod usual = checked("recurringChargePeriodLength", () -> new ChargePeriod(unit, length));
        return checked(
                "prodSpecCharValueUse",
                () -> new ChargePeriod(
                        unit,
                        length,
                        extras.timing() == null ? usual.timing() : ChargePeriod.Timing.ofWire(extras.timing()),
                        extras.alignment() == null
                                ? usual.alignment()
                                : ChargePeriod.Alignment.of(extras.alignment())));
    }

    private UsageTariff tariff(PriceExtras extras) {
        if (countedUnits() == null) {
            throw DomainException.invalid(
                    "unitOfMeasure", "A usage price needs the unit it counts: {\"amount\": 1, \"units\": \"GB\"}.");
        }
        if (!extras.tiers().isEmpty() && extras.tiers().get(0).unitPrice().compareTo(pricePerUnit()) != 0) {
            throw DomainException.invalid("price.value", "The price differs from that of the first tier.");
        }
        List<UsageTariff.Tier> tiers =
                extras.tiers().isEmpty() ? List.of(new UsageTariff.Tier(null, pricePerUnit())) : extras.tiers();
        return checked(
                "prodSpecCharValueUse",
                () -> new UsageTariff(countedUnits(), extras.allowance(), tiers, extras.rules()));
    }

    /** TMF620 prices an amount of units, e.g. 5.00 for 10 GB. */
    private BigDecimal pricePerUnit() {
        BigDecimal amount = unitOfMeasure.amount() == null ? BigDecimal.ONE : unitOfMeasure.amount();
        if (amount.signum() <= 0) {
            throw DomainException.invalid("unitOfMeasure.amount", "The priced amount has to be more than 0.");
        }
        return amount.compareTo(BigDecimal.ONE) == 0
                ? price.value()
                : price.value().divide(amount, DECIMALS, RoundingMode.HALF_UP);
    }

    private String countedUnits() {
        return unitOfMeasure == null ? null : unitOfMeasure.units();
    }

    private String taxCategory() {
        if (tax == null || tax.isEmpty()) {
            return null;
        }
        if (tax.size() > 1) {
            throw DomainException.invalid("tax", "A price has one tax category at most.");
        }
        return tax.get(0).taxCategory();
    }

    private static <T> T checked(String attribute, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid(attribute, "The value of " + attribute + ": " + e.getMessage() + ".");
        }
    }
}
