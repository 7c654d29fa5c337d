package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.dotmac.kernel.BillingPeriod;

/** A tenant's tax rates by category and day. Several jurisdictions may tax one category at once. */
public final class TaxRates {

    /** Per category and jurisdiction: the rates by the day from which they hold. */
    private final Map<String, Map<String, TreeMap<LocalDate, BigDecimal>>> byCategory;

    private final TaxPointRule rule;

    /** The same by the rule that most countries have. */
    public TaxRates(List<Entry> entries) {
        this(entries, TaxPointRule.PERIOD_END);
    }

    /** @param rule which day's rate a charge for a period has */
    public TaxRates(List<Entry> entries, TaxPointRule rule) {
        this.rule = rule;
        byCategory = entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::category,
                        Collectors.groupingBy(
                                Entry::jurisdiction,
                                TreeMap::new,
                                Collectors.toMap(
                                        Entry::validFrom, Entry::percent, (first, second) -> second, TreeMap::new))));
    }

    /** A run asks for the same few categories and days again and again. */
    private final Map<Question, Optional<List<TaxRate>>> answers = new ConcurrentHashMap<>();

    /** The rates of a category on a day in the order of their jurisdictions, or empty if the category is unknown then. */
    public Optional<List<TaxRate>> on(String category, LocalDate day) {
        if (category == null || !byCategory.containsKey(category)) {
            return Optional.empty();
        }
        return answers.computeIfAbsent(new Question(category, day), this::answer);
    }

    /** Which day's rate a charge for a period has. */
    public TaxPointRule rule() {
        return rule;
    }

    /** The days within a period, but for its first, from which a category has other rates than the day before. */
    List<LocalDate> changesWithin(String category, BillingPeriod period) {
        if (category == null || !byCategory.containsKey(category)) {
            return List.of();
        }
        return byCategory.get(category).values().stream()
                .flatMap(dated -> dated.subMap(period.start(), false, period.end(), false).keySet().stream())
                .distinct()
                .sorted()
                .filter(day -> !on(category, day).equals(on(category, day.minusDays(1))))
                .toList();
    }

    private Optional<List<TaxRate>> answer(Question question) {
        List<TaxRate> rates = byCategory.get(question.category).entrySet().stream()
                .filter(dated -> dated.getValue().floorKey(question.day) != null)
                .map(dated -> new TaxRate(
                        dated.getKey(),
                        dated.getValue().floorEntry(question.day).getValue()))
                .sorted(Comparator.comparing(TaxRate::jurisdiction))
                .toList();
        return rates.isEmpty() ? Optional.empty() : Optional.of(rates);
    }

    private record Question(String category, LocalDate day) {}

    /**
     * @param category name of the tax category
     * @param jurisdiction who levies the tax, empty where there is only one
     * @param percent 20 means 20 %
     * @param validFrom first day it holds, until the next entry of the same category and jurisdiction
     */
    public record Entry(String category, String jurisdiction, BigDecimal percent, LocalDate validFrom) {}
}
