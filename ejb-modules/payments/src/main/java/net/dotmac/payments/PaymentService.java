package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.domain.Payment;
import net.dotmac.payments.persistence.PaymentRepository;
import net.dotmac.payments.persistence.PayoutRepository;

/** Records payments, settles what is owed with them, and takes them back. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PaymentService {

    private static final Set<String> METHODS = Set.of("bankTransfer", "card", "cash", "directDebit", "other");

    @Inject
    private PaymentRepository repository;

    @Inject
    private PayoutRepository payouts;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private DebitOutcomes debits;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Records a payment and settles what is due first with it; what is left stays to the account's credit. Told again with
     * the same processor's id or the same key, it changes nothing and answers as before.
     *
     * @throws DomainException {@code not-found} for an unknown account; {@code invalid-value} naming the attribute; {@code
     *     payment-currency-differs}; {@code payment-differs} if the id or key came before with another amount or
     * account; {@code period-closed} if it bears no processor's id and its day lies in a closed month
     */
    @Requires("payment.write")
    public PaymentDetails record(PaymentData data) {
        return record(data, true);
    }

    /** As {@link #record}, but settles nothing: the money is the account's credit until somebody uses it. */
    @Requires("payment.write")
    public PaymentDetails recordAsCredit(PaymentData data) {
        return record(data, false);
    }

    private PaymentDetails record(PaymentData data, boolean isToSettle) {
        PaymentData payment = checked(data);
        UUID id = Ids.next();
        if (!repository.add(id, payment, clock.now())) {
            return repeated(payment);
        }
        CallContext.current().with("ledger.book").run(() -> {
            ledger.bookPayment(
                    id, payment.billingAccountId(), payment.amount(), payment.receivedOn(), choiceOf(payment));
            if (isToSettle) {
                ledger.settle(payment.billingAccountId(), payment.invoiceId(), clock.today());
            }
        });
        audit.record(
                "payment.recorded",
                "payment",
                id,
                Map.of("amount", payment.amount().toString()));
        PaymentDetails details = details(repository.find(id).orElseThrow());
        announce("recorded", details);
        return details;
    }

    @Requires("payment.read")
    public PaymentDetails get(UUID id) {
        return details(require(id));
    }

    @Requires("payment.read")
    public Page<PaymentDetails> list(Query query) {
        Page<Payment> page = repository.find(query);
        return new Page<>(details(page.rows()), page.total());
    }

    /**
     * Takes a payment back, e.g. for the bank returned it: what it settled is open again. Reversed already, it stays so.
     *
     * @param reason 1 to 500 characters
     */
    @Requires("payment.reverse")
    public PaymentDetails reverse(UUID id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw DomainException.invalid("reason", "A reversal needs a reason of 1 to 500 characters.");
        }
        Payment payment = repository.lock(id).orElseThrow(() -> DomainException.notFound("payment", id));
        if (payment.isReversed()) {
            return details(payment);
        }
        payment.reverse(reason, clock.today());
        repository.flush();
        CallContext.current().with("ledger.book").run(() -> ledger.reversePayment(id, clock.today()));
        debits.reversed(id, clock.today());
        audit.record("payment.reversed", "payment", id, Map.of("reason", reason));
        PaymentDetails details = details(payment);
        announce("reversed", details);
        return details;
    }

    /**
     * What a bank or a processor gave its id to has its day from there; a payment without one was typed by a person.
     */
    private static DayChoice choiceOf(PaymentData payment) {
        return payment.processorId() == null ? DayChoice.CHOSEN : DayChoice.GIVEN;
    }

    private PaymentDetails repeated(PaymentData data) {
        Payment first = repository
                .same(data.processorId(), data.idempotencyKey())
                .orElseThrow(() -> DomainException.invalid("processorId", "The payment could not be recorded."));
        if (!first.isSameAs(data)) {
            throw new DomainException(
                    PaymentProblem.DIFFERS,
                    "A payment of " + first.amount() + " was recorded under this id or key before, and this one is "
                            + data.amount() + " or for another account. Use another key, or correct the payment.");
        }
        return details(first);
    }

    private PaymentData checked(PaymentData data) {
        if (data.amount() == null || !data.amount().isPositive()) {
            throw DomainException.invalid("amount", "Found " + data.amount() + ", expected an amount above zero.");
        }
        if (data.method() == null || !METHODS.contains(data.method())) {
            throw DomainException.invalid(
                    "method", "Found " + data.method() + ", expected bankTransfer, card, cash, directDebit or other.");
        }
        requireLength("processorId", data.processorId(), 200);
        requireLength("idempotencyKey", data.idempotencyKey(), 200);
        requireLength("reference", data.reference(), 500);
        LocalDate today = clock.today();
        LocalDate receivedOn = data.receivedOn() == null ? today : data.receivedOn();
        if (receivedOn.isAfter(today) || receivedOn.isBefore(today.minusYears(1))) {
            throw DomainException.invalid(
                    "receivedOn", "Found " + receivedOn + ", expected a day within the last year, at most today.");
        }
        requireAccount(data);
        requireInvoice(data);
        return new PaymentData(
                data.billingAccountId(),
                data.amount(),
                data.method(),
                data.processorId(),
                data.idempotencyKey(),
                data.reference(),
                receivedOn,
                data.invoiceId());
    }

    private void requireAccount(PaymentData data) {
        if (data.billingAccountId() == null) {
            throw DomainException.invalid("billingAccountId", "A payment needs a billing account.");
        }
        BillingAccountDetails account;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            account = accounts.get(data.billingAccountId());
        }
        if (!account.currency().equals(data.amount().currency())) {
            throw new DomainException(
                    PaymentProblem.WRONG_CURRENCY,
                    "The payment is in " + data.amount().currency() + " and the account in " + account.currency() + ".",
                    "amount");
        }
    }

    private void requireInvoice(PaymentData data) {
        if (data.invoiceId() == null) {
            return;
        }
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            OpenItem item = ledger.items(List.of(data.invoiceId())).get(data.invoiceId());
            if (item == null || !item.isReceivable() || !item.billingAccountId().equals(data.billingAccountId())) {
                throw DomainException.invalid(
                        "invoiceId", "This account has no invoice with the id " + data.invoiceId() + ".");
            }
        }
    }

    private static void requireLength(String attribute, String text, int atMost) {
        if (text != null && (text.isBlank() || text.length() > atMost)) {
            throw DomainException.invalid(attribute, "Expected 1 to " + atMost + " characters for " + attribute + ".");
        }
    }

    private UUID customerOf(UUID billingAccountId) {
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return accounts.get(billingAccountId).customerId();
        }
    }

    private void announce(String what, PaymentDetails payment) {
        outbox.record(
                "payments.payments." + what + ".v1",
                payment.billingAccountId().toString(),
                Map.of(
                        "paymentId", payment.id().toString(),
                        "billingAccountId", payment.billingAccountId().toString(),
                        "customerId", customerOf(payment.billingAccountId()).toString(),
                        "amountMinor", payment.amountMinor(),
                        "currency", payment.currency(),
                        "creditMinor", payment.creditMinor(),
                        "allocations",
                                payment.allocations().stream()
                                        .map(allocation -> Map.of(
                                                "invoiceId",
                                                        allocation.invoiceId().toString(),
                                                "amountMinor", allocation.amountMinor()))
                                        .toList()));
    }

    private PaymentDetails details(Payment payment) {
        return details(List.of(payment)).get(0);
    }

    private List<PaymentDetails> details(Collection<Payment> payments) {
        List<UUID> ids = payments.stream().map(Payment::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            Map<UUID, OpenItem> items = ledger.items(ids);
            Map<UUID, Map<UUID, Long>> settled = ledger.settledBy(ids);
            Set<UUID> outgoing = Set.copyOf(payouts.outgoing(settled.values().stream()
                    .flatMap(each -> each.keySet().stream())
                    .toList()));
            return payments.stream()
                    .map(payment -> details(
                            payment,
                            settled.getOrDefault(payment.id(), Map.of()),
                            outgoing,
                            items.containsKey(payment.id())
                                    ? items.get(payment.id()).openMinor()
                                    : 0))
                    .toList();
        }
    }

    private static PaymentDetails details(
            Payment payment, Map<UUID, Long> settled, Set<UUID> outgoing, long creditMinor) {
        return payment.details(
                settled.entrySet().stream()
                        .filter(each -> !outgoing.contains(each.getKey()))
                        .map(each -> new PaymentDetails.Allocation(each.getKey(), each.getValue()))
                        .toList(),
                settled.entrySet().stream()
                        .filter(each -> outgoing.contains(each.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                creditMinor);
    }

    private Payment require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("payment", id));
    }
}
