package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.PaymentPosting;
import net.dotmac.ledger.SettlementService;
import net.dotmac.payments.persistence.PaymentBulkWriter;

/** Records many payments at once, as {@link PaymentService#record} does one, with a few statements for all of them. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PaymentBatchService {

    @Inject
    private PaymentBulkWriter writer;

    @Inject
    private QuotationService quotations;

    @Inject
    private SettlementService settlements;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Records payments that nobody told before, and settles with each, in their order, what is due first of its
     * account.
     *
     * @param payments whole: with amount, method, processor's id and day; invoices are the accounts' own
     * @return their ids, in the same order
     * @throws DomainException {@code not-found} for an unknown account; {@code payment-currency-differs}
     */
    @Requires("payment.write")
    public List<UUID> recordAll(List<PaymentData> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        Map<UUID, QuotedAccount> accounts = accounts(payments);
        List<UUID> ids = payments.stream().map(payment -> Ids.next()).toList();
        writer.add(ids, payments, clock.now());
        List<PaymentPosting> postings = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            PaymentData payment = payments.get(i);
            postings.add(new PaymentPosting(
                    ids.get(i),
                    payment.billingAccountId(),
                    payment.amount(),
                    payment.receivedOn(),
                    payment.invoiceId()));
        }
        try (CallContext.Scope scope =
                CallContext.current().with("ledger.book", "ledger.read").bind()) {
            settlements.bookPayments(postings);
            announce(postings, accounts);
        }
        postings.forEach(each -> audit.record(
                "payment.recorded",
                "payment",
                each.paymentId(),
                Map.of("amount", each.amount().toString())));
        return ids;
    }

    private Map<UUID, QuotedAccount> accounts(List<PaymentData> payments) {
        List<UUID> ids =
                payments.stream().map(PaymentData::billingAccountId).distinct().toList();
        Map<UUID, QuotedAccount> accounts;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            accounts = quotations.accountsById(ids).stream()
                    .collect(Collectors.toMap(QuotedAccount::id, account -> account));
        }
        for (PaymentData payment : payments) {
            QuotedAccount account = accounts.get(payment.billingAccountId());
            if (account == null) {
                throw DomainException.notFound("billing account", payment.billingAccountId());
            }
            if (!account.currency().equals(payment.amount().currency())) {
                throw new DomainException(
                        PaymentProblem.WRONG_CURRENCY,
                        "The payment is in " + payment.amount().currency() + " and the account in " + account.currency()
                                + ".",
                        "amount");
            }
        }
        return accounts;
    }

    private void announce(List<PaymentPosting> postings, Map<UUID, QuotedAccount> accounts) {
        List<UUID> ids = postings.stream().map(PaymentPosting::paymentId).toList();
        Map<UUID, OpenItem> items = ledger.items(ids);
        Map<UUID, Map<UUID, Long>> settled = ledger.settledBy(ids);
        outbox.recordAll(
                "payments.payments.recorded.v1",
                postings.stream()
                        .map(posting -> fact(
                                posting,
                                accounts.get(posting.billingAccountId()),
                                items.get(posting.paymentId()).openMinor(),
                                settled.getOrDefault(posting.paymentId(), Map.of())))
                        .toList());
    }

    private static Outbox.Fact fact(
            PaymentPosting posting, QuotedAccount account, long creditMinor, Map<UUID, Long> settled) {
        Map<String, Object> data = new HashMap<>();
        data.put("paymentId", posting.paymentId().toString());
        data.put("billingAccountId", account.id().toString());
        data.put("customerId", account.customerId().toString());
        data.put("amountMinor", posting.amount().minor());
        data.put("currency", posting.amount().currency());
        data.put("creditMinor", creditMinor);
        data.put(
                "allocations",
                settled.entrySet().stream()
                        .map(each -> Map.of("invoiceId", each.getKey().toString(), "amountMinor", each.getValue()))
                        .toList());
        return new Outbox.Fact(account.id().toString(), data);
    }
}
