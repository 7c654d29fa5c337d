package net.dotmac.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.PaymentPosting;

/**
 * Works out what many payments settle, one after the other, as if each had been booked and settled alone: by what is
 * due first, unless a payment names an invoice.
 */
public final class SettlementPlan {

    private static final Comparator<OpenItem> DUE_FIRST = Comparator.comparing(OpenItem::dueOn)
            .thenComparing(OpenItem::bookedOn)
            .thenComparing(OpenItem::documentId);

    private final LocalDate today;
    private final Map<UUID, Map<UUID, OpenItem>> byAccount = new HashMap<>();
    private final Map<UUID, OpenItem> payments = new LinkedHashMap<>();
    private final Map<UUID, Long> changes = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param open everything open of the accounts that pay */
    public SettlementPlan(Collection<OpenItem> open, LocalDate today) {
        this.today = today;
        open.forEach(this::put);
    }

    /** Adds a payment and settles with it, and with what credit its account had. */
    public void pay(PaymentPosting payment) {
        OpenItem credit = new OpenItem(
                payment.paymentId(),
                payment.billingAccountId(),
                false,
                payment.amount().currency(),
                payment.amount().minor(),
                payment.amount().minor(),
                payment.bookedOn(),
                payment.bookedOn());
        payments.put(credit.documentId(), credit);
        put(credit);
        Map<UUID, OpenItem> items = byAccount.get(payment.billingAccountId());
        List<OpenItem> credits =
                open(items, payment).filter(item -> !item.isReceivable()).toList();
        List<OpenItem> receivables = open(items, payment)
                .filter(OpenItem::isReceivable)
                .sorted(Comparator.comparing(item -> !item.documentId().equals(payment.first())))
                .toList();
        for (AllocationPolicy.Allocation allocation : AllocationPolicy.oldestFirst(credits, receivables)) {
            OpenItem used = take(items, allocation.creditId(), allocation.amountMinor());
            OpenItem settled = take(items, allocation.receivableId(), allocation.amountMinor());
            steps.add(new Step(used, settled.documentId(), allocation.amountMinor(), day(used, settled)));
        }
    }

    /** The payments with what is left of them. */
    public Collection<OpenItem> payments() {
        return payments.values();
    }

    /** What settles what, in the order of the payments. */
    public List<Step> steps() {
        return steps;
    }

    /** By how much what was open before is less open, in minor units. */
    public Map<UUID, Long> changes() {
        return changes;
    }

    /** Everything whose open amount is another now. */
    public Set<UUID> touched() {
        Set<UUID> touched = new HashSet<>(changes.keySet());
        steps.forEach(step -> touched.add(step.credit().documentId()));
        return touched;
    }

    private void put(OpenItem item) {
        byAccount
                .computeIfAbsent(item.billingAccountId(), id -> new HashMap<>())
                .put(item.documentId(), item);
    }

    private static Stream<OpenItem> open(Map<UUID, OpenItem> items, PaymentPosting payment) {
        return items.values().stream()
                .filter(item -> item.openMinor() > 0)
                .filter(item -> item.currency().equals(payment.amount().currency()))
                .sorted(DUE_FIRST);
    }

    private OpenItem take(Map<UUID, OpenItem> items, UUID id, long amountMinor) {
        OpenItem item = items.get(id);
        OpenItem less = new OpenItem(
                id,
                item.billingAccountId(),
                item.isReceivable(),
                item.currency(),
                item.amountMinor(),
                Math.subtractExact(item.openMinor(), amountMinor),
                item.bookedOn(),
                item.dueOn());
        items.put(id, less);
        if (payments.containsKey(id)) {
            payments.put(id, less);
        } else {
            changes.merge(id, -amountMinor, Math::addExact);
        }
        return less;
    }

    /** Nothing is settled before both sides exist, or the balances of a past day would disagree. */
    private LocalDate day(OpenItem credit, OpenItem receivable) {
        return Stream.of(today, credit.bookedOn(), receivable.bookedOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /**
     * A credit settles something of a receivable.
     *
     * @param credit the payment or older credit
     * @param amountMinor more than 0
     */
    public record Step(OpenItem credit, UUID receivableId, long amountMinor, LocalDate bookedOn) {}
}
