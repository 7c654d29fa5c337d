package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.RATES;
import static net.dotmac.billing.domain.Samples.number;
import static net.dotmac.billing.domain.Samples.percent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Alignment;
import net.dotmac.catalog.ChargePeriod.Timing;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.services.domain.SubscriptionChange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Upgrades, downgrades, pauses and ends, today, dated back or ahead, several on a day: billed month by month while they become
 * known they cost the same as billed once at the end, when all is known.
 */
@Tag("property")
class ChangeChainTest {

    private static final LocalDate START = LocalDate.of(2027, 12, 31);
    private static final int MONTHS = 8;

    @Property(tries = 500)
    void aChainOfChangesCostsTheSameHoweverItIsBilled(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 31) int cycleDay) {
        Life life = new Life(new Random(seed), false);
        assertEquals(billedAtOnce(life, cycleDay, false), billedMonthly(life, cycleDay, false));
    }

    /** With the tax inside, what the customer pays is what must agree; its net follows per document. */
    @Property(tries = 200)
    void withTheTaxInsideTheCustomerPaysTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 31) int cycleDay) {
        Life life = new Life(new Random(seed), true);
        assertEquals(billedAtOnce(life, cycleDay, true), billedMonthly(life, cycleDay, true));
    }

    private static long billedMonthly(Life life, int cycleDay, boolean gross) {
        LocalDate cycle = CycleCalculator.after(START.minusDays(1), cycleDay);
        Samples.Builder account = new Samples.Builder(cycleDay, cycle.toString());
        Set<String> keys = new HashSet<>();
        long sum = 0;
        for (int month = 0; month < MONTHS + 14; month++) {
            account.items(life.knownBy(cycle).toArray(SubscriptionItem[]::new));
            sum += bill(account, cycle, gross, keys);
            cycle = CycleCalculator.after(cycle, cycleDay);
        }
        return sum;
    }

    private static long billedAtOnce(Life life, int cycleDay, boolean gross) {
        LocalDate cycle = CycleCalculator.after(START.minusDays(1), cycleDay);
        Samples.Builder account = new Samples.Builder(cycleDay, cycle.toString());
        account.items(life.knownBy(LocalDate.MAX).toArray(SubscriptionItem[]::new));
        LocalDate last = cycle;
        for (int month = 1; month < MONTHS + 14; month++) {
            last = CycleCalculator.after(last, cycleDay);
        }
        return bill(account, last, gross, new HashSet<>());
    }

    private static long bill(Samples.Builder account, LocalDate through, boolean gross, Set<String> keys) {
        long sum = 0;
        for (InvoiceDraft draft : InvoiceCalculator.calculate(account.build(), through, RATES)) {
            account.billed(draft);
            if (draft instanceof Billable billable) {
                sum += gross ? billable.gross() : billable.net();
                billable.lines().forEach(line -> {
                    Charge charge = line.charge();
                    String key = charge.itemId() + " " + charge.kind() + " "
                            + charge.period().start() + " " + charge.changeSequence();
                    assertTrue(keys.add(key), key);
                });
            } else {
                assertInstanceOf(InvoiceDraft.NothingToBill.class, draft);
            }
        }
        return sum;
    }

    /** A product's life: what its items were at each moment that something became known. */
    private static final class Life {
        private final Random random;
        private final boolean taxIncluded;
        private final Map<LocalDate, List<SubscriptionItem>> states = new HashMap<>();
        private final List<LocalDate> moments = new ArrayList<>();
        private List<SubscriptionItem> items = new ArrayList<>();

        Life(Random random, boolean taxIncluded) {
            this.random = random;
            this.taxIncluded = taxIncluded;
            items.add(sold(START));
            LocalDate known = START;
            remember(known);
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                known = known.plusDays(random.nextInt(40));
                change(known);
                remember(known);
            }
            // It ends, so that nothing is left to charge after the last bill, in arrears either.
            LocalDate end = known.plusDays(random.nextInt(60) - 20);
            apply(SubscriptionChange.end(items, end.isBefore(START) ? START : end));
            remember(known.plusDays(1));
        }

        private void change(LocalDate known) {
            LocalDate day = known.plusDays(random.nextInt(60) - 30);
            LocalDate from = day.isBefore(START) ? START : day;
            switch (random.nextInt(3)) {
                case 0 -> {
                    apply(SubscriptionChange.end(items, from));
                    items.add(sold(from));
                }
                case 1 -> {
                    List<SubscriptionItem> before = List.copyOf(items);
                    SubscriptionChange pause = SubscriptionChange.end(items, from);
                    List<UUID> ended = pause.ends().stream()
                            .map(SubscriptionChange.End::itemId)
                            .toList();
                    apply(pause);
                    apply(SubscriptionChange.goOn(
                            before.stream()
                                    .filter(item -> ended.contains(item.id()))
                                    .toList(),
                            from.plusDays(random.nextInt(40))));
                }
                default -> {
                    apply(SubscriptionChange.end(items, from));
                    items.add(sold(from).during(UUID.randomUUID(), from, from.plusDays(1 + random.nextInt(45))));
                    items.add(sold(from.plusDays(50)));
                }
            }
        }

        private void apply(SubscriptionChange change) {
            Map<UUID, LocalDate> ends = new HashMap<>();
            change.ends().forEach(end -> ends.put(end.itemId(), end.day()));
            List<SubscriptionItem> changed = new ArrayList<>();
            for (SubscriptionItem item : items) {
                changed.add(
                        ends.containsKey(item.id()) ? item.during(item.id(), item.start(), ends.get(item.id())) : item);
            }
            changed.addAll(change.added());
            items = changed;
        }

        private SubscriptionItem sold(LocalDate from) {
            ChargePeriod period =
                    switch (random.nextInt(6)) {
                        case 0 -> new ChargePeriod(Unit.MONTH, 3);
                        case 1 -> new ChargePeriod(Unit.MONTH, 1, Timing.ARREARS, Alignment.CYCLE);
                        case 2 -> new ChargePeriod(Unit.MONTH, 1, Timing.ADVANCE, Alignment.of("31"));
                        case 3 -> new ChargePeriod(Unit.DAY, 10, Timing.ARREARS, Alignment.START);
                        case 4 -> new ChargePeriod(Unit.YEAR, 1, Timing.ADVANCE, Alignment.CYCLE);
                        default -> ChargePeriod.MONTHLY;
                    };
            PriceTerms terms = Samples.terms(
                    PriceType.RECURRING,
                    period,
                    (10 + random.nextInt(80)) + "." + (10 + random.nextInt(90)),
                    "EUR",
                    taxIncluded,
                    "standard",
                    null);
            Discount start = new Discount("Start", Discount.Kind.PERCENT, number("33"), null, from.plusDays(40));
            return Samples.item(terms, from.toString(), null, start, percent("7"));
        }

        private void remember(LocalDate moment) {
            moments.add(moment);
            states.put(moment, List.copyOf(items));
        }

        List<SubscriptionItem> knownBy(LocalDate day) {
            List<SubscriptionItem> known = List.of();
            for (LocalDate moment : moments) {
                if (!moment.isAfter(day)) {
                    known = states.get(moment);
                }
            }
            return known;
        }
    }
}
