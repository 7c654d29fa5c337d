package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.Optional;
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
import net.dotmac.ledger.CreditService;
import net.dotmac.payments.domain.CreditTransfer;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.persistence.CreditTransferRepository;

/** Moves credit between the accounts of one customer. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CreditTransferService {

    @Inject
    private CreditTransferRepository repository;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private CreditService credits;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Moves credit; what the first account owes is settled before, and what the second owes with what arrives. Told again
     * with the same key, it changes nothing and answers as before.
     *
     * @throws DomainException {@code not-found} for an unknown account; {@code invalid-value} naming the attribute, the
     *     amount too if less credit is left; {@code payment-currency-differs}; {@code payment-differs} if the key came
     *     before with another content
     */
    @Requires("credit.move")
    public CreditTransferDetails move(CreditTransferData told) {
        CreditTransferData data = new CreditTransferData(
                told.fromAccountId(),
                told.toAccountId(),
                told.amount(),
                MandateForm.text("reason", told.reason(), 500, true),
                MandateForm.text("idempotencyKey", told.idempotencyKey(), 200, false));
        UUID customer = requireAccounts(data);
        UUID id = Ids.next();
        Optional<UUID> creditId = repository.add(id, data, clock.today(), clock.now());
        if (creditId.isEmpty()) {
            return repeated(data);
        }
        CallContext.current()
                .with("ledger.book")
                .run(() ->
                        credits.transfer(id, creditId.get(), data.fromAccountId(), data.toAccountId(), data.amount()));
        audit.record(
                "credit.moved",
                "creditTransfer",
                id,
                Map.of(
                        "amount", data.amount().toString(),
                        "from", data.fromAccountId().toString(),
                        "to", data.toAccountId().toString(),
                        "reason", data.reason()));
        outbox.record(
                "payments.credits.moved.v1",
                data.toAccountId().toString(),
                Map.of(
                        "transferId", id.toString(),
                        "customerId", customer.toString(),
                        "fromAccountId", data.fromAccountId().toString(),
                        "billingAccountId", data.toAccountId().toString(),
                        "amountMinor", data.amount().minor(),
                        "currency", data.amount().currency()));
        return repository.find(id).orElseThrow().details();
    }

    @Requires("payment.read")
    public CreditTransferDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("credit transfer", id))
                .details();
    }

    @Requires("payment.read")
    public Page<CreditTransferDetails> list(Query query) {
        return repository.find(query).map(CreditTransfer::details);
    }

    /** The customer of both accounts. */
    private UUID requireAccounts(CreditTransferData data) {
        if (data.amount() == null || !data.amount().isPositive()) {
            throw DomainException.invalid("amount", "Found " + data.amount() + ", expected an amount above zero.");
        }
        BillingAccountDetails from = account("fromAccountId", data.fromAccountId());
        BillingAccountDetails to = account("toAccountId", data.toAccountId());
        if (from.id().equals(to.id()) || !from.customerId().equals(to.customerId())) {
            throw DomainException.invalid(
                    "toAccountId", "Expected another account of the same customer: credit is his, and nobody else's.");
        }
        String currency = data.amount().currency();
        if (!from.currency().equals(currency) || !to.currency().equals(currency)) {
            throw new DomainException(
                    PaymentProblem.WRONG_CURRENCY,
                    "The amount is in " + currency + ", the accounts are in " + from.currency() + " and "
                            + to.currency() + ". All three have to be the same.",
                    "amount");
        }
        return from.customerId();
    }

    private BillingAccountDetails account(String attribute, UUID id) {
        if (id == null) {
            throw DomainException.invalid(attribute, "A transfer needs an account it comes from and one it goes to.");
        }
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return accounts.get(id);
        }
    }

    private CreditTransferDetails repeated(CreditTransferData data) {
        CreditTransfer first = repository
                .same(data.idempotencyKey())
                .orElseThrow(() -> DomainException.invalid("idempotencyKey", "The credit could not be moved."));
        if (!first.isSameAs(data)) {
            throw new DomainException(
                    PaymentProblem.DIFFERS,
                    "A transfer of " + first.amount() + " was made under this key before, and this one is "
                            + data.amount() + " or between other accounts. Use another key.");
        }
        return first.details();
    }
}
