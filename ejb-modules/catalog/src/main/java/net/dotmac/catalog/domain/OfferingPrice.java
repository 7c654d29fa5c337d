package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import net.dotmac.catalog.PricePhase;
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

    private static final String PHASE = "prodSpecCharValueUse.phase";
    private static final int PHASE_AT_MOST = 1000;
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

    @Column(name = "period_timing")
    private String periodTiming;

    @Column(name = "period_alignment")
    private String periodAlignment;

    @Column(name = "phase_unit")
    private String phaseUnit;

    @Column(name = "phase_bounds")
    private Integer[] phaseBounds;

    @Column(name = "phase_prices")
    private BigDecimal[] phasePrices;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private String currency;

    @Column(name = "tax_included")
    private boolean taxIncluded;

    @Column(name = "tax_category")
    private String taxCategory;

    @Embedded
    private StoredTariff tariff;

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
            throw DomainException.invalid(
                    "priceType", "The priceType is missing: recurring, oneTime, usage, cancellation or penalty.");
        }
        priceType = terms.type().wire();
        takePeriod(terms);
        takePhases(terms, data.phases());
        takeTariff(terms);
        lastUpdate = now;
    }

    private void takePeriod(PriceTerms terms) {
        ChargePeriod period = terms.period();
        if (terms.type() == PriceType.RECURRING && period == null) {
            throw DomainException.invalid(
                    "recurringChargePeriodType", "A recurring price needs its period, e.g. month and a length of 1.");
        }
        if (period != null && terms.type() != PriceType.RECURRING && terms.type() != PriceType.PENALTY) {
            throw DomainException.invalid(
                    "recurringChargePeriodType",
                    "Only a recurring price has a period, and a penalty for each period left.");
        }
        periodUnit = period == null ? null : period.unit().wire();
        periodLength = period == null ? null : period.length();
        periodTiming = period == null ? null : period.timing().wire();
        periodAlignment = period == null ? null : period.alignment().wire();
    }

    private void takePhases(PriceTerms terms, List<PricePhase> phases) {
        if (phases.isEmpty()) {
            phaseUnit = null;
            phaseBounds = null;
            phasePrices = null;
            return;
        }
        if (terms.type() != PriceType.RECURRING) {
            throw DomainException.invalid(PHASE, "Only a recurring price has phases.");
        }
        int last = 0;
        for (PricePhase phase : phases) {
            if (phase.unit() != phases.get(0).unit() || phase.upTo() <= last || phase.upTo() > PHASE_AT_MOST) {
                throw DomainException.invalid(
                        PHASE,
                        "Found a phase up to " + phase.upTo() + " "
                                + phase.unit().wire()
                                + ", expected phases in one unit, each ending later than the one before and none later"
                                + " than " + PHASE_AT_MOST + ".");
            }
            last = phase.upTo();
        }
        phaseUnit = phases.get(0).unit().wire();
        phaseBounds = phases.stream().map(PricePhase::upTo).toArray(Integer[]::new);
        phasePrices =
                phases.stream().map(phase -> price(PHASE, phase.unitPrice())).toArray(BigDecimal[]::new);
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
        this.tariff = usage ? new StoredTariff(tariff) : null;
    }

    static BigDecimal price(String attribute, BigDecimal value) {
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
        ChargePeriod period = periodUnit == null
                ? null
                : new ChargePeriod(
                        ChargePeriod.Unit.ofWire(periodUnit),
                        periodLength,
                        ChargePeriod.Timing.ofWire(periodTiming),
                        ChargePeriod.Alignment.of(periodAlignment));
        return new PriceTerms(
                id(),
                name,
                type,
                period,
                unitPrice,
                currency,
                taxIncluded,
                taxCategory,
                tariff == null ? null : tariff.tariff());
    }

    private List<PricePhase> phases() {
        List<PricePhase> phases = new ArrayList<>();
        for (int i = 0; phaseBounds != null && i < phaseBounds.length; i++) {
            phases.add(new PricePhase(phaseBounds[i], ChargePeriod.Unit.ofWire(phaseUnit), phasePrices[i]));
        }
        return phases;
    }

    public PriceDetails details() {
        return new PriceDetails(
                id(), new PriceData(terms(), phases(), description, lifecycleStatus), lastUpdate, version);
    }
}
