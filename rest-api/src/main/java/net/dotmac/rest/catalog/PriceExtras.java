package net.dotmac.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;

/**
 * What a price says beyond TMF620's attributes, as {@code prodSpecCharValueUse}.
 *
 * @param allowance units included in a period; 0 if not stated
 * @param tiers ascending, with bounds that count units over the allowance; empty if not stated
 * @param isTaxIncluded whether the price has the tax inside
 * @param timing advance, arrears, or null if not stated
 * @param alignment cycle, start, a day of the month, or null if not stated
 * @param phases what a recurring price is to begin with; empty if not stated
 * @param rules of a usage price; {@link UsageRules#PLAIN} if not stated
 */
record PriceExtras(
        BigDecimal allowance,
        List<UsageTariff.Tier> tiers,
        boolean isTaxIncluded,
        String timing,
        String alignment,
        List<PricePhase> phases,
        UsageRules rules) {

    private static final String ALLOWANCE = "allowance";
    private static final String TIER = "tier";
    private static final String TAX_INCLUDED = "taxIncluded";
    private static final String TIMING = "timing";
    private static final String ALIGNMENT = "alignment";
    private static final String PHASE = "phase";
    private static final int MAX_TIERS = 20;
    private static final int MAX_PHASES = 12;

    boolean hasTariff() {
        return allowance.signum() > 0 || !tiers.isEmpty() || !rules.equals(UsageRules.PLAIN);
    }

    static List<CharacteristicUse> of(PriceData data) {
        PriceTerms terms = data.terms();
        List<CharacteristicUse> uses = new ArrayList<>();
        addPeriod(uses, terms);
        addPhases(uses, data.phases());
        if (terms.taxIncluded()) {
            var isIncluded = new CharacteristicUse.Value(BooleanNode.TRUE, null, null, null);
            uses.add(new CharacteristicUse(TAX_INCLUDED, "boolean", List.of(isIncluded)));
        }
        UsageTariff tariff = terms.tariff();
        if (tariff != null && tariff.allowance().signum() > 0) {
            var included = new CharacteristicUse.Value(
                    DecimalNode.valueOf(tariff.allowance()), tariff.unitOfMeasure(), null, null);
            uses.add(new CharacteristicUse(ALLOWANCE, "number", List.of(included)));
        }
        if (tariff != null && tariff.tiers().size() > 1) {
            List<CharacteristicUse.Value> values = new ArrayList<>();
            BigDecimal from = BigDecimal.ZERO;
            for (UsageTariff.Tier tier : tariff.tiers()) {
                values.add(new CharacteristicUse.Value(
                        DecimalNode.valueOf(tier.unitPrice()), tariff.unitOfMeasure(), from, tier.upTo()));
                from = tier.upTo();
            }
            uses.add(new CharacteristicUse(TIER, "number", values));
        }
        if (tariff != null) {
            UsageExtras.add(uses, tariff);
        }
        return uses;
    }

    private static void addPeriod(List<CharacteristicUse> uses, PriceTerms terms) {
        ChargePeriod period = terms.period();
        if (terms.type() != PriceType.RECURRING) {
            return;
        }
        if (period.timing() != ChargePeriod.Timing.ADVANCE) {
            uses.add(text(TIMING, period.timing().wire()));
        }
        if (!period.alignment().equals(ChargePeriod.usual(period.unit(), period.length()))) {
            uses.add(text(ALIGNMENT, period.alignment().wire()));
        }
    }

    private static CharacteristicUse text(String name, String value) {
        var only = new CharacteristicUse.Value(TextNode.valueOf(value), null, null, null);
        return new CharacteristicUse(name, "string", List.of(only));
    }

    private static void addPhases(List<CharacteristicUse> uses, List<PricePhase> phases) {
        List<CharacteristicUse.Value> values = new ArrayList<>();
        int from = 0;
        for (PricePhase phase : phases) {
            values.add(new CharacteristicUse.Value(
                    DecimalNode.valueOf(phase.unitPrice()),
                    phase.unit().wire(),
                    BigDecimal.valueOf(from),
                    BigDecimal.valueOf(phase.upTo())));
            from = phase.upTo();
        }
        if (!values.isEmpty()) {
            uses.add(new CharacteristicUse(PHASE, "number", values));
        }
    }

    /** @throws DomainException {@code invalid-value} for a characteristic that means nothing here */
    static PriceExtras read(List<CharacteristicUse> uses) {
        BigDecimal allowance = BigDecimal.ZERO;
        List<UsageTariff.Tier> tiers = List.of();
        boolean isTaxIncluded = false;
        String timing = null;
        String alignment = null;
        List<PricePhase> phases = List.of();
        UsageExtras usage = new UsageExtras();
        for (CharacteristicUse use : uses == null ? List.<CharacteristicUse>of() : uses) {
            String name = use.name() == null ? "" : use.name();
            switch (name) {
                case ALLOWANCE -> allowance = number(single(use));
                case TIER -> tiers = tiers(use.productSpecCharacteristicValue());
                case TAX_INCLUDED -> isTaxIncluded = bool(single(use));
                case TIMING -> timing = single(use).asText();
                case ALIGNMENT -> alignment = single(use).asText();
                case PHASE -> phases = phases(use.productSpecCharacteristicValue());
                default -> {
                    if (!usage.take(name, use)) {
                        throw refused("There is no characteristic " + name
                                + " of a price, only allowance, tier, taxIncluded, timing, alignment, phase, model, "
                                + "packageSize, maximumCharge, rolloverPeriods, rolloverLimit and window.");
                    }
                }
            }
        }
        return new PriceExtras(allowance, tiers, isTaxIncluded, timing, alignment, phases, usage.rules());
    }

    private static List<UsageTariff.Tier> tiers(List<CharacteristicUse.Value> values) {
        if (values.size() > MAX_TIERS) {
            throw refused("A price has at most " + MAX_TIERS + " tiers.");
        }
        List<UsageTariff.Tier> tiers = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (CharacteristicUse.Value value : values) {
            if (from == null || (value.valueFrom() != null && value.valueFrom().compareTo(from) != 0)) {
                throw refused("Tiers follow each other without gaps, and the last one has no valueTo.");
            }
            tiers.add(new UsageTariff.Tier(value.valueTo(), number(value.value())));
            from = value.valueTo();
        }
        return tiers;
    }

    private static List<PricePhase> phases(List<CharacteristicUse.Value> values) {
        if (values.size() > MAX_PHASES) {
            throw refused("A price has at most " + MAX_PHASES + " phases.");
        }
        List<PricePhase> phases = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (CharacteristicUse.Value value : values) {
            boolean isGap = value.valueFrom() != null && value.valueFrom().compareTo(from) != 0;
            if (isGap
                    || value.valueTo() == null
                    || value.valueTo().stripTrailingZeros().scale() > 0) {
                throw refused("Phases follow each other from 0 without gaps, and each has a whole number as valueTo.");
            }
            phases.add(new PricePhase(
                    value.valueTo().intValue(), phaseUnit(value.unitOfMeasure()), number(value.value())));
            from = value.valueTo();
        }
        return phases;
    }

    private static ChargePeriod.Unit phaseUnit(String unit) {
        try {
            return ChargePeriod.Unit.ofWire(unit == null ? "" : unit);
        } catch (IllegalArgumentException e) {
            throw refused("The unit of a phase: " + e.getMessage() + ".");
        }
    }

    static JsonNode single(CharacteristicUse use) {
        if (use.productSpecCharacteristicValue().size() != 1) {
            throw refused("The characteristic " + use.name() + " has one value.");
        }
        JsonNode value = use.productSpecCharacteristicValue().get(0).value();
        return value == null ? NullNode.getInstance() : value;
    }

    static BigDecimal number(JsonNode value) {
        if (value == null || !value.isNumber()) {
            throw refused("Allowance, tiers, phases and the numbers of a usage price are numbers.");
        }
        return value.decimalValue();
    }

    private static boolean bool(JsonNode value) {
        if (value == null || !value.isBoolean()) {
            throw refused("The characteristic taxIncluded is true or false.");
        }
        return value.booleanValue();
    }

    static DomainException refused(String message) {
        return DomainException.invalid("prodSpecCharValueUse", message);
    }
}
