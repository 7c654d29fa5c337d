package net.dotmac.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;

/** The rules of a usage price as characteristics: how tiers are applied, packages, maximum, rollover and times of day. */
final class UsageExtras {

    private static final String MODEL = "model";
    private static final String PACKAGE_SIZE = "packageSize";
    private static final String MAXIMUM = "maximumCharge";
    private static final String ROLLOVER_PERIODS = "rolloverPeriods";
    private static final String ROLLOVER_LIMIT = "rolloverLimit";
    private static final String WINDOW = "window";
    private static final Set<String> KNOWN =
            Set.of(MODEL, PACKAGE_SIZE, MAXIMUM, ROLLOVER_PERIODS, ROLLOVER_LIMIT, WINDOW);

    private final Map<String, CharacteristicUse> found = new HashMap<>();

    /** Keeps a characteristic if it is one of these. */
    boolean take(String name, CharacteristicUse use) {
        if (!KNOWN.contains(name)) {
            return false;
        }
        found.put(name, use);
        return true;
    }

    /** @throws net.dotmac.kernel.DomainException {@code invalid-value} if they contradict each other */
    UsageRules rules() {
        if (found.isEmpty()) {
            return UsageRules.PLAIN;
        }
        try {
            return new UsageRules(
                    found.containsKey(MODEL)
                            ? UsageModel.ofWire(
                                    PriceExtras.single(found.get(MODEL)).asText())
                            : UsageModel.GRADUATED,
                    number(PACKAGE_SIZE),
                    number(MAXIMUM),
                    periods(),
                    number(ROLLOVER_LIMIT),
                    windows());
        } catch (IllegalArgumentException e) {
            throw PriceExtras.refused("The rules of the usage price: " + e.getMessage() + ".");
        }
    }

    private BigDecimal number(String name) {
        return found.containsKey(name) ? PriceExtras.number(PriceExtras.single(found.get(name))) : null;
    }

    private int periods() {
        return found.containsKey(ROLLOVER_PERIODS) ? whole(number(ROLLOVER_PERIODS)) : 0;
    }

    private static int whole(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException | NullPointerException e) {
            throw new IllegalArgumentException("periods and hours are whole numbers", e);
        }
    }

    private List<UsageRules.Window> windows() {
        List<UsageRules.Window> windows = new ArrayList<>();
        if (found.containsKey(WINDOW)) {
            for (CharacteristicUse.Value value : found.get(WINDOW).productSpecCharacteristicValue()) {
                windows.add(new UsageRules.Window(
                        whole(value.valueFrom()), whole(value.valueTo()), PriceExtras.number(value.value())));
            }
        }
        return windows;
    }

    /** Adds what differs from graduated tiers. */
    static void add(List<CharacteristicUse> uses, UsageTariff tariff) {
        UsageRules rules = tariff.rules();
        if (rules.model() != UsageModel.GRADUATED) {
            uses.add(one(MODEL, "string", TextNode.valueOf(rules.model().wire()), null));
        }
        addNumber(uses, PACKAGE_SIZE, rules.packageSize(), tariff.unitOfMeasure());
        addNumber(uses, MAXIMUM, rules.maximum(), null);
        if (rules.rolloverPeriods() > 0) {
            uses.add(one(ROLLOVER_PERIODS, "number", IntNode.valueOf(rules.rolloverPeriods()), null));
        }
        addNumber(uses, ROLLOVER_LIMIT, rules.rolloverLimit(), tariff.unitOfMeasure());
        List<CharacteristicUse.Value> values = rules.windows().stream()
                .map(window -> new CharacteristicUse.Value(
                        DecimalNode.valueOf(PriceBody.plain(window.unitPrice())),
                        tariff.unitOfMeasure(),
                        BigDecimal.valueOf(window.fromHour()),
                        BigDecimal.valueOf(window.toHour())))
                .toList();
        if (!values.isEmpty()) {
            uses.add(new CharacteristicUse(WINDOW, "number", values));
        }
    }

    private static void addNumber(List<CharacteristicUse> uses, String name, BigDecimal number, String unit) {
        if (number != null) {
            uses.add(one(name, "number", DecimalNode.valueOf(PriceBody.plain(number)), unit));
        }
    }

    private static CharacteristicUse one(String name, String valueType, JsonNode value, String unit) {
        return new CharacteristicUse(name, valueType, List.of(new CharacteristicUse.Value(value, unit, null, null)));
    }
}
