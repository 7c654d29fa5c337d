package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.MonthlyRevenueCalculator;
import net.dotmac.billing.domain.RevenueBridgeCalculator;
import net.dotmac.billing.domain.RevenueBridgeCalculator.AtDay;
import net.dotmac.billing.domain.RevenueBridgeCalculator.Lines;
import net.dotmac.billing.domain.RevenueBridgeCalculator.Payer;
import net.dotmac.billing.persistence.RecurringLineReader;
import net.dotmac.billing.persistence.RecurringLineReader.RecurringLine;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.services.ProductService;
import net.dotmac.services.SubscriptionItem;

/** Monthly recurring revenue, reckoned from the lines of documents and tied to them. */
@Stateless
@Interceptors(CallInterceptor.class)
public class RecurringRevenueService {

    /** Items asked for at once. */
    private static final int SLICE = 5_000;

    @Inject
    private RecurringLineReader lines;

    @Inject
    private ProductService products;

    @Inject
    private BusinessClock clock;

    /**
     * From the end of the month before to this one's, or to today while it lasts. It is of what was billed: charges in arrears come
     * with the documents of the next cycle.
     *
     * @throws DomainException {@code invalid-value} for a month that has not begun
     */
    @Requires("ledger.read")
    public RecurringRevenue bridge(YearMonth month) {
        LocalDate today = clock.today();
        if (month.isAfter(YearMonth.from(today))) {
            throw DomainException.invalid(
                    "month", "Expected a month that has begun by " + today + ", found " + month + ".");
        }
        LocalDate last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        LocalDate before = month.atDay(1).minusDays(1);
        AtDay opening = atDay(before);
        AtDay closing = atDay(last);
        Set<UUID> added = closing.monthly().keySet().stream()
                .filter(payer -> !opening.monthly().containsKey(payer))
                .map(Payer::customerId)
                .collect(Collectors.toSet());
        Set<UUID> known = added.isEmpty() ? Set.of() : lines.chargedUntil(before, added);
        List<RecurringRevenue.Movement> movements = RevenueBridgeCalculator.movements(opening, closing, known);
        return new RecurringRevenue(month, RevenueBridgeCalculator.bridges(opening, closing, movements), movements);
    }

    private AtDay atDay(LocalDate day) {
        Map<UUID, List<RecurringLine>> byItem =
                lines.covering(day).stream().collect(Collectors.groupingBy(RecurringLine::itemId));
        Map<UUID, SubscriptionItem> items = items(byItem.keySet());
        Map<Payer, Long> monthly = new HashMap<>();
        Map<String, Lines> sums = new HashMap<>();
        byItem.forEach((id, ofItem) -> {
            RecurringLine one = ofItem.get(0);
            SubscriptionItem item = items.get(id);
            long amount = MonthlyRevenueCalculator.monthly(
                    item,
                    one.cycleDay(),
                    day,
                    ofItem.stream().map(RecurringLine::days).toList());
            if (amount != 0) {
                monthly.merge(new Payer(one.customerId(), one.currency()), amount, Math::addExact);
            }
            sums.merge(one.currency(), sum(item, ofItem, amount), Lines::plus);
        });
        monthly.values().removeIf(amount -> amount == 0);
        return new AtDay(monthly, sums);
    }

    private static Lines sum(SubscriptionItem item, List<RecurringLine> lines, long monthly) {
        long net = lines.stream().mapToLong(line -> line.days().netMinor()).sum();
        long rest = monthly - net;
        return MonthlyRevenueCalculator.isMonthly(item)
                ? new Lines(net, lines.size(), rest, 0)
                : new Lines(net, lines.size(), 0, rest);
    }

    private Map<UUID, SubscriptionItem> items(Collection<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        List<SubscriptionItem> items = new ArrayList<>();
        try (CallContext.Scope scope =
                CallContext.current().with("product.read").bind()) {
            for (int from = 0; from < all.size(); from += SLICE) {
                items.addAll(products.items(all.subList(from, Math.min(all.size(), from + SLICE))));
            }
        }
        return items.stream().collect(Collectors.toMap(SubscriptionItem::id, Function.identity()));
    }
}
