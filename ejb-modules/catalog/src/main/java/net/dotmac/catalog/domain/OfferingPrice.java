package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/** A price that offerings refer to: recurring, once, or by usage. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "offering_price")
public class OfferingPrice extends TenantEntity {

    private static final BigDecimal HIGHEST = new BigDecimal("1000000000");

    private String name;
    private String description;

    @Column(name = "lifecycle_status")
    private String lifecycleStatus;

    @Column(name = "price_type")
    private String priceType;

    @Column(name = "period_unit")
    private String periodUnit;

    @Column(name = "period_length")
    private Integer periodLength;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private String currency;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Column(name = "tax_category")
    private String taxCategory;

    @Column(name = "unit_of_measure")
    private String unitOfMeasure;

    private BigDecimal allowance;

    @Column(name = "tier_bounds")
    private BigDecimal[] tierBounds;

    @Column(name = "tier_prices")
    private BigDecimal[] tierPrices;

    @Column(name = "last_update")
    private Instant lastUpdate;

    @Version
    private int version;

    protected OfferingPrice() {}

    public OfferingPrice(PriceData data, Instant now) {
        super(newId());
        change(data, now);
    }

    public final void change(PriceData data, Instant now) {
        PriceTerms terms = data.terms();
        name = Texts.required("name", terms.name(), 200);
        description = Texts.optional("description", data.description(), 4000);
        lifecycleStatus = Texts.lifecycle(data.lifecycleStatus());
        currency = currency(terms.currency());
        unitPrice = price("price.value", terms.unitPrice());
        taxIncluded = terms.taxIncluded();
        taxCategory = Texts.optional("tax.taxCategory", terms.taxCategory(), 40);
        if (terms.type() == null) {
            throw DomainException.invalid("priceType", "The priceType is missing: recurring, oneTime or usage.");
        }
        priceType = terms.type().wire();
        takePeriod(terms);
        takeTariff(terms);
        lastUpdate = now;
    }

    private void takePeriod(PriceTerms terms) {
        boolean recurring = terms.type() == PriceType.RECURRING;
        if (recurring != (terms.period() != null)) {
            throw DomainException.invalid(
                    "recurringChargePeriodType",
                    recurring
                            ? "A recurring price needs its period, e.g. month and a length of 1."
                            : "Only a recurring price has a period.");
        }
        periodUnit = recurring ? terms.period().unit().wire() : null;
        periodLength = recurring ? terms.period().length() : null;
    }

    private void takeTariff(PriceTerms terms) {
        UsageTariff tariff = terms.tariff();
        boolean usage = terms.type() == PriceType.USAGE;
        if (usage != (tariff != null)) {
            throw DomainException.invalid(
                    "unitOfMeasure",
                    usage
                            ? "A usage price needs the unit it counts, e.g. GB."
                            : "Only a usage price has a unit of measure.");
        }
        unitOfMeasure = usage ? Texts.required("unitOfMeasure", tariff.unitOfMeasure(), 20) : null;
        allowance = usage ? tariff.allowance() : null;
        tierBounds = usage ? tariff.tiers().stream().map(UsageTariff.Tier::upTo).toArray(BigDecimal[]::new) : null;
        tierPrices = usage
                ? tariff.tiers().stream()
                        .map(tier -> price("price.value", tier.unitPrice()))
                        .toArray(BigDecimal[]::new)
                : null;
    }

    private static BigDecimal price(String attribute, BigDecimal value) {
        if (value == null || value.signum() < 0 || value.compareTo(HIGHEST) >= 0 || value.scale() > 8) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + value + ", expected a price from 0 to less than " + HIGHEST
                            + " with at most 8 decimals.");
        }
        return value;
    }

    private static String currency(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw DomainException.invalid("price.unit", "Found " + text + ", expected a currency such as EUR.");
        }
    }

    public PriceTerms terms() {
        PriceType type = PriceType.ofWire(priceType);
        ChargePeriod period =
                periodUnit == null ? null : new ChargePeriod(ChargePeriod.Unit.ofWire(periodUnit), periodLength);
        return new PriceTerms(id(), name, type, period, unitPrice, currency, taxIncluded, taxCategory, tariff());
    }

    private UsageTariff tariff() {
        if (tierPrices == null) {
            return null;
        }
        List<UsageTariff.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < tierPrices.length; i++) {
            tiers.add(new UsageTariff.Tier(tierBounds[i], tierPrices[i]));
        }
        return new UsageTariff(unitOfMeasure, allowance, tiers);
    }

    public PriceDetails details() {
        return new PriceDetails(id(), new PriceData(terms(), description, lifecycleStatus), lastUpdate, version);
    }
}
