package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A tenant's tax rates by category and day. Several jurisdictions may tax one category at once. */
public final class TaxRates {

    /** Per category and jurisdiction: the rates by the day from which they hold. */
    private final Map<String, Map<String, TreeMap<LocalDate, BigDecimal>>> byCategory;

    public TaxRates(List<Entry> entries) {
        byCategory = entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::category,
                        Collectors.groupingBy(
                                Entry::jurisdiction,
                                TreeMap::new,
                                Collectors.toMap(
                                        Entry::validFrom, Entry::percent, (first, second) -> second, TreeMap::new))));
    }

    /** The rates of a category on a day in the order of their jurisdictions, or empty if the category is unknown then. */
    public Optional<List<TaxRate>> on(String category, LocalDate day) {
        if (category == null || !byCategory.containsKey(category)) {
            return Optional.empty();
        }
        List<TaxRate> rates = byCategory.get(category).entrySet().stream()
                .filter(dated -> dated.getValue().floorKey(day) != null)
                .map(dated -> new TaxRate(
                        dated.getKey(), dated.getValue().floorEntry(day).getValue()))
                .sorted(Comparator.comparing(TaxRate::jurisdiction))
                .toList();
        return rates.isEmpty() ? Optional.empty() : Optional.of(rates);
    }

    /**
     * @param category name of the tax category
     * @param jurisdiction who levies the tax, empty where there is only one
     * @param percent 20 means 20 %
     * @param validFrom first day it holds, until the next entry of the same category and jurisdiction
     */
    public record Entry(String category, String jurisdiction, BigDecimal percent, LocalDate validFrom) {}
}
