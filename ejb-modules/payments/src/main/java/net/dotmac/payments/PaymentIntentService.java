package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.domain.GatewayAmount;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.PaymentIntent;
import net.dotmac.payments.persistence.GatewaySettingsRepository;
import net.dotmac.payments.persistence.PaymentIntentRepository;

/** What customers are to pay by card. The gateway itself is asked by {@link Checkouts}, outside of any transaction. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PaymentIntentService {

    @Inject
    private PaymentIntentRepository repository;

    @Inject
    private GatewaySettingsRepository settings;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock business;

    @Inject
    private java.time.Clock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps what is to be paid, before the gateway hears of it. Told again with the same key, it changes nothing and answers
     * as before.
     *
     * @throws DomainException {@code no-gateway}; {@code not-found} for an unknown account; {@code invalid-value} naming the
     *     attribute; {@code payment-currency-differs}; {@code payment-differs} if the key came before with another content
     */
    @Requires("paymentIntent.write")
    public PaymentIntentDetails request(PaymentIntentData told) {
        if (settings.find().filter(GatewaySettings::isOn).isEmpty()) {
            throw new DomainException(
                    PaymentProblem.NO_GATEWAY,
                    "No gateway is switched on. Enter its address and its secrets with the gateway's settings first.");
        }
        PaymentIntentData data = checked(told);
        UUID id = Ids.next();
        if (!repository.add(id, data, clock.instant())) {
            PaymentIntent first = repository
                    .same(data.idempotencyKey())
                    .orElseThrow(() -> DomainException.invalid("idempotencyKey", "The intent could not be kept."));
            if (!first.isSameAs(data, data.amount())) {
                throw new DomainException(
                        PaymentProblem.DIFFERS,
                        "Under this key " + first.amount() + " were asked for before, and now " + data.amount()
                                + " or of another account. Use another key.");
            }
            return first.details();
        }
        audit.record(
                "paymentIntent.requested",
                "paymentIntent",
                id,
                Map.of("amount", data.amount().toString()));
        return repository.find(id).orElseThrow().details();
    }

    @Requires("payment.read")
    public PaymentIntentDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("payment intent", id))
                .details();
    }

    @Requires("payment.read")
    public Page<PaymentIntentDetails> list(Query query) {
        return repository.find(query).map(PaymentIntent::details);
    }

    private PaymentIntentData checked(PaymentIntentData told) {
        if (told.billingAccountId() == null) {
            throw DomainException.invalid("billingAccountId", "Say which account is to be paid for.");
        }
        BillingAccountDetails account;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            account = accounts.get(told.billingAccountId());
        }
        Money amount = told.amount() == null ? due(told, account) : told.amount();
        if (!amount.isPositive()) {
            throw DomainException.invalid("amount", "Found " + amount + ", expected an amount above zero.");
        }
        if (!amount.currency().equals(account.currency())) {
            throw new DomainException(
                    PaymentProblem.WRONG_CURRENCY,
                    "The amount is in " + amount.currency() + " and the account in " + account.currency() + ".",
                    "amount");
        }
        GatewayAmount.of(amount);
        if (told.invoiceId() != null) {
            open(told.invoiceId(), account);
        }
        String description = MandateForm.text("description", told.description(), 200, false);
        return new PaymentIntentData(
                account.id(),
                told.invoiceId(),
                amount,
                description == null ? account.number() : description,
                MandateForm.text("idempotencyKey", told.idempotencyKey(), 200, false));
    }

    /** What is open of the invoice, or else due of the account by today. */
    private Money due(PaymentIntentData told, BillingAccountDetails account) {
        long minor;
        if (told.invoiceId() != null) {
            minor = open(told.invoiceId(), account).openMinor();
        } else {
            try (CallContext.Scope scope =
                    CallContext.current().with("ledger.read").bind()) {
                minor = ledger.balances(List.of(account.id())).stream()
                        .filter(each -> each.currency().equals(account.currency()))
                        .mapToLong(AccountBalance::dueMinor)
                        .sum();
            }
        }
        if (minor <= 0) {
            throw DomainException.invalid(
                    "amount", "Nothing is open on " + business.today() + ". Say how much is to be paid.");
        }
        return new Money(minor, account.currency());
    }

    private OpenItem open(UUID invoiceId, BillingAccountDetails account) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            OpenItem item = ledger.items(List.of(invoiceId)).get(invoiceId);
            if (item == null || !item.isReceivable() || !item.billingAccountId().equals(account.id())) {
                throw DomainException.invalid(
                        "invoiceId", "This account has no invoice with the id " + invoiceId + ".");
            }
            return item;
        }
    }
}
