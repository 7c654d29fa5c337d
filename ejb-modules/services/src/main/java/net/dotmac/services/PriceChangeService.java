package net.dotmac.services;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.domain.PriceChange;
import net.dotmac.services.persistence.PriceChangeRepository;
import net.dotmac.services.persistence.PriceChangeRepository.Candidate;

/** Changes what many customers pay: looked at first, planned with a date, withdrawn before it or applied on it. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PriceChangeService {

    private static final int SHOWN_IN_PREVIEW = 50;
    private static final int PAGE_AT_MOST = 1000;
    private static final int AT_ONCE = 200;

    @Inject
    private PriceChangeRepository repository;

    @Inject
    private PriceChanges changes;

    @Inject
    private Payers payers;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** What a change would come to; nothing is kept. */
    @Requires("priceChange.read")
    public PriceChangePreview preview(PriceChangeData data) {
        check(data);
        List<Candidate> candidates = repository.candidates(data);
        List<PriceChangeItem> items = items(data, candidates);
        return new PriceChangePreview(
                items.size(),
                sums(data, candidates),
                items.stream().limit(SHOWN_IN_PREVIEW).toList());
    }

    /**
     * Plans a change for what the preview shows.
     *
     * @throws DomainException {@code invalid-value} naming the attribute, also if it would be for no product
     */
    @Requires("priceChange.write")
    public PriceChangeDetails plan(PriceChangeData data) {
        check(data);
        List<PriceChangeItem> items = items(data, repository.candidates(data));
        if (items.isEmpty()) {
            throw DomainException.invalid("offeringId", "No product that somebody has is meant by this change.");
        }
        PriceChange change =
                new PriceChange(data, items.size(), CallContext.current().actor(), clock.now());
        repository.add(change);
        repository.addItems(change.id(), items);
        audit.record(
                "priceChange.planned",
                "priceChange",
                change.id(),
                Map.of(
                        "products",
                        items.size(),
                        "effectiveOn",
                        data.effectiveOn().toString()));
        tell("planned", change);
        return change.details();
    }

    /**
     * Withdraws a change before its day.
     *
     * @throws DomainException {@code not-found}; {@code prices-are-changed} from its day on
     */
    @Requires("priceChange.write")
    public PriceChangeDetails withdraw(UUID id) {
        PriceChange change = repository.lock(id).orElseThrow(() -> DomainException.notFound("price change", id));
        if (!change.isWithdrawn()) {
            change.withdraw(clock.today(), CallContext.current().actor(), clock.now());
            repository.withdrawItems(id);
            repository.flush();
            audit.record("priceChange.withdrawn", "priceChange", id, Map.of());
            tell("withdrawn", change);
        }
        return change.details();
    }

    @Requires("priceChange.read")
    public PriceChangeDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("price change", id))
                .details();
    }

    @Requires("priceChange.read")
    public Page<PriceChangeDetails> list(Query query) {
        return repository.find(query).map(PriceChange::details);
    }

    /**
     * What a change means for each product: the list that customers are told by.
     *
     * @param offset 0 or more
     * @param limit 1 to 1,000
     */
    @Requires("priceChange.read")
    public List<PriceChangeItem> items(UUID id, int offset, int limit) {
        get(id);
        if (offset < 0 || limit < 1 || limit > PAGE_AT_MOST) {
            throw DomainException.invalid(
                    "limit", "Found offset " + offset + " and limit " + limit + ", expected 0 or more and 1 to 1,000.");
        }
        return repository.items(id, offset, limit);
    }

    /**
     * Applies what is due. Called by the daily round until it answers 0.
     *
     * @return how many products it settled, whether they changed or were left out
     */
    @Requires("order.write")
    public int applyDue() {
        return changes.applyDue(clock.today(), AT_ONCE);
    }

    private void check(PriceChangeData data) {
        if (data.name() == null || data.name().isBlank() || data.name().length() > 200) {
            throw DomainException.invalid("name", "A price change needs a name of 1 to 200 characters.");
        }
        if (data.offeringId() == null && data.priceId() == null) {
            throw DomainException.invalid("offeringId", "Name the offering or the price that the change is for.");
        }
        if (data.rule() == null || data.rule().kind() == null || data.rule().value() == null) {
            throw DomainException.invalid(
                    "kind", "State how the price changes: a kind (percent, amount or price) and a value.");
        }
        if (data.effectiveOn() == null || !data.effectiveOn().isAfter(clock.today())) {
            throw DomainException.invalid(
                    "effectiveOn",
                    "Found " + data.effectiveOn() + ", expected a day after today, " + clock.today() + ".");
        }
    }

    private List<PriceChangeItem> items(PriceChangeData data, List<Candidate> candidates) {
        Set<UUID> accounts =
                candidates.stream().map(each -> each.item().billingAccountId()).collect(Collectors.toSet());
        Map<UUID, Integer> cycleDays = payers.cycleDays(accounts);
        List<PriceChangeItem> items = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PriceChangeItem item = candidate.item();
            BigDecimal price = data.rule().apply(item.unitPrice(), item.currency());
            if (price.compareTo(item.unitPrice()) != 0) {
                LocalDate from = firstPeriod(candidate, data.effectiveOn(), cycleDays.get(item.billingAccountId()));
                items.add(changed(item, price, from));
            }
        }
        return items;
    }

    private static PriceChangeItem changed(PriceChangeItem item, BigDecimal price, LocalDate from) {
        return new PriceChangeItem(
                item.productId(),
                item.productName(),
                item.customerId(),
                item.billingAccountId(),
                item.priceId(),
                item.unitPrice(),
                price,
                item.currency(),
                item.quantity(),
                from,
                item.state(),
                null);
    }

    /** A period that is paid for keeps its price; a product that starts later has the new one from its start. */
    private static LocalDate firstPeriod(Candidate candidate, LocalDate effectiveOn, int cycleDay) {
        LocalDate start = candidate.item().from();
        if (!start.isBefore(effectiveOn)) {
            return start;
        }
        BillingPeriod period = candidate.period().containing(effectiveOn, candidate.anchor(), cycleDay);
        return period.start().equals(effectiveOn) ? effectiveOn : period.end();
    }

    private static List<PriceChangePreview.Sum> sums(PriceChangeData data, List<Candidate> candidates) {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        for (Candidate candidate : candidates) {
            PriceChangeItem item = candidate.item();
            BigDecimal[] both = sums.computeIfAbsent(
                    item.currency(), currency -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            BigDecimal changed = data.rule().apply(item.unitPrice(), item.currency());
            both[0] = both[0].add(monthly(item.unitPrice().multiply(item.quantity()), candidate.period()));
            both[1] = both[1].add(monthly(changed.multiply(item.quantity()), candidate.period()));
        }
        return sums.entrySet().stream()
                .map(sum -> new PriceChangePreview.Sum(
                        sum.getKey(),
                        rounded(sum.getValue()[0], sum.getKey()),
                        rounded(sum.getValue()[1], sum.getKey())))
                .toList();
    }

    private static BigDecimal rounded(BigDecimal amount, String currency) {
        return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    /** A year has 12 months, 365 days and 52 weeks and a day. */
    private static BigDecimal monthly(BigDecimal price, ChargePeriod period) {
        BigDecimal periodsAYear =
                switch (period.unit()) {
                    case DAY -> BigDecimal.valueOf(365);
                    case WEEK -> BigDecimal.valueOf(365).divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
                    case MONTH -> BigDecimal.valueOf(12);
                    case YEAR -> BigDecimal.ONE;
                };
        return price.multiply(periodsAYear).divide(BigDecimal.valueOf(12L * period.length()), MathContext.DECIMAL64);
    }

    private void tell(String what, PriceChange change) {
        PriceChangeDetails details = change.details();
        outbox.record(
                "services.priceChanges." + what + ".v1",
                change.id().toString(),
                Map.of(
                        "priceChangeId", change.id().toString(),
                        "name", details.data().name(),
                        "effectiveOn", details.data().effectiveOn().toString(),
                        "products", details.products()));
    }
}
