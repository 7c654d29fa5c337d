package net.dotmac.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.DomainException;

/**
 * What a price says beyond TMF620's attributes, as {@code prodSpecCharValueUse}.
 *
 * @param allowance units included in a period; 0 if not stated
 * @param tiers ascending, with bounds that count units over the allowance; empty if not stated
 * @param isTaxIncluded whether the price has the tax inside
 */
record PriceExtras(BigDecimal allowance, List<UsageTariff.Tier> tiers, boolean isTaxIncluded) {

    private static final String ALLOWANCE = "allowance";
    private static final String TIER = "tier";
    private static final String TAX_INCLUDED = "taxIncluded";
    private static final int MAX_TIERS = 20;

    boolean hasTariff() {
        return allowance.signum() > 0 || !tiers.isEmpty();
    }

    static List<CharacteristicUse> of(PriceTerms terms) {
        List<CharacteristicUse> uses = new ArrayList<>();
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
        return uses;
    }

    /** @throws DomainException {@code invalid-value} for a characteristic that means nothing here */
    static PriceExtras read(List<CharacteristicUse> uses) {
        BigDecimal allowance = BigDecimal.ZERO;
        List<UsageTariff.Tier> tiers = List.of();
        boolean isTaxIncluded = false;
        for (CharacteristicUse use : uses == null ? List.<CharacteristicUse>of() : uses) {
            String name = use.name() == null ? "" : use.name();
            switch (name) {
                case ALLOWANCE -> allowance = number(single(use));
                case TIER -> tiers = tiers(use.productSpecCharacteristicValue());
                case TAX_INCLUDED -> isTaxIncluded = bool(single(use));
                default ->
                    throw refused("There is no characteristic " + name
                            + " of a price, only allowance, tier and taxIncluded.");
            }
        }
        return new PriceExtras(allowance, tiers, isTaxIncluded);
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

    private static JsonNode single(CharacteristicUse use) {
        if (use.productSpecCharacteristicValue().size() != 1) {
            throw refused("The characteristic " + use.name() + " has one value.");
        }
        return use.productSpecCharacteristicValue().get(0).value();
    }

    private static BigDecimal number(JsonNode value) {
        if (value == null || !value.isNumber()) {
            throw refused("Allowance and tiers are numbers.");
        }
        return value.decimalValue();
    }

    private static boolean bool(JsonNode value) {
        if (value == null || !value.isBoolean()) {
            throw refused("The characteristic taxIncluded is true or false.");
        }
        return value.booleanValue();
    }

    private static DomainException refused(String message) {
        return DomainException.invalid("prodSpecCharValueUse", message);
    }
}
