package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;

/** The tariff of a usage price in columns of its own. */
@Embeddable
@Access(AccessType.FIELD)
public class StoredTariff {

    private static final BigDecimal MOST_UNITS = new BigDecimal("1000000000000");
    private static final int DECIMALS = 8;

    @Column(name = "unit_of_measure")
    private String unitOfMeasure;

    private BigDecimal allowance;

    @Column(name = "tier_bounds")
    private BigDecimal[] tierBounds;

    @Column(name = "tier_prices")
    private BigDecimal[] tierPrices;

    @Column(name = "usage_model")
    private String model;

    @Column(name = "package_size")
    private BigDecimal packageSize;

    @Column(name = "maximum_charge")
    private BigDecimal maximum;

    @Column(name = "rollover_periods")
    private Integer rolloverPeriods;

    @Column(name = "rollover_limit")
    private BigDecimal rolloverLimit;

    @Column(name = "window_from")
    private Integer[] windowFrom;

    @Column(name = "window_to")
    private Integer[] windowTo;

    @Column(name = "window_prices")
    private BigDecimal[] windowPrices;

    protected StoredTariff() {}

    StoredTariff(UsageTariff tariff) {
        unitOfMeasure = Texts.required("unitOfMeasure", tariff.unitOfMeasure(), 20);
        allowance = units(tariff.allowance());
        tierBounds = tariff.tiers().stream().map(tier -> units(tier.upTo())).toArray(BigDecimal[]::new);
        tierPrices = tariff.tiers().stream()
                .map(tier -> OfferingPrice.price("price.value", tier.unitPrice()))
                .toArray(BigDecimal[]::new);
        UsageRules rules = tariff.rules();
        model = rules.model().wire();
        packageSize = units(rules.packageSize());
        maximum = rules.maximum() == null ? null : OfferingPrice.price("maximumCharge", rules.maximum());
        rolloverPeriods = rules.rolloverPeriods();
        rolloverLimit = units(rules.rolloverLimit());
        List<UsageRules.Window> windows = rules.windows();
        windowFrom = windows.stream().map(UsageRules.Window::fromHour).toArray(Integer[]::new);
        windowTo = windows.stream().map(UsageRules.Window::toHour).toArray(Integer[]::new);
        windowPrices = windows.stream()
                .map(window -> OfferingPrice.price("window", window.unitPrice()))
                .toArray(BigDecimal[]::new);
    }

    private static BigDecimal units(BigDecimal value) {
        if (value != null && (value.compareTo(MOST_UNITS) >= 0 || value.scale() > DECIMALS)) {
            throw DomainException.invalid(
                    "prodSpecCharValueUse",
                    "Found " + value + " units, expected less than " + MOST_UNITS + " with at most 8 decimals.");
        }
        return value;
    }

    /** Null where nothing is metered; a column that is null takes what is usual. */
    UsageTariff tariff() {
        if (tierPrices == null) {
            return null;
        }
        List<UsageTariff.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < tierPrices.length; i++) {
            tiers.add(new UsageTariff.Tier(tierBounds[i], tierPrices[i]));
        }
        List<UsageRules.Window> windows = new ArrayList<>();
        for (int i = 0; windowPrices != null && i < windowPrices.length; i++) {
            windows.add(new UsageRules.Window(windowFrom[i], windowTo[i], windowPrices[i]));
        }
        UsageRules rules = new UsageRules(
                model == null ? UsageModel.GRADUATED : UsageModel.ofWire(model),
                packageSize,
                maximum,
                rolloverPeriods == null ? 0 : rolloverPeriods,
                rolloverLimit,
                windows);
        return new UsageTariff(unitOfMeasure, allowance, tiers, rules);
    }
}
