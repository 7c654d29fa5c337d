package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.persistence.MandateRepository;

/** SEPA mandates: what payers signed, from the signature to the end. */
@Stateless
@Interceptors(CallInterceptor.class)
public class MandateService {

    private static final int LAPSED_AT_ONCE = 500;

    @Inject
    private MandateRepository repository;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    @Inject
    private MandateRecords records;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps a mandate that was signed; the account's invoices are collected by it from then on.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code mandate-exists} if the account has one
     *     that stands or the reference is taken; {@code not-found} for an unknown account; {@code
     *     payment-currency-differs} for an account that isn't kept in euros
     */
    @Requires("mandate.write")
    public MandateDetails create(MandateData data) {
        if (data.billingAccountId() == null) {
            throw DomainException.invalid("billingAccountId", "A mandate needs a billing account.");
        }
        BillingAccountDetails account = account(data.billingAccountId());
        if (!account.currency().equals("EUR")) {
            throw new DomainException(
                    PaymentProblem.WRONG_CURRENCY,
                    "SEPA direct debits are in EUR, and the account is in " + account.currency() + ".",
                    "billingAccountId");
        }
        repository.lockAccount(account.id());
        repository.standing(account.id()).ifPresent(MandateService::refuseSecond);
        String reference = data.reference() == null || data.reference().isBlank()
                ? account.number() + "-" + (repository.count(account.id()) + 1)
                : data.reference();
        MandateData checked = MandateForm.checked(
                new MandateData(
                        account.id(),
                        reference,
                        data.scheme(),
                        data.sequence(),
                        data.signedOn(),
                        whole(data.debtor(), account.customerId())),
                clock.today());
        if (repository.hasReference(checked.reference())) {
            throw new DomainException(
                    PaymentProblem.MANDATE_EXISTS,
                    "The reference " + checked.reference() + " is taken by another mandate.",
                    "reference");
        }
        Mandate mandate = new Mandate(checked, clock.now());
        repository.add(mandate);
        records.changed(mandate, "created", account.customerId());
        return mandate.details();
    }

    @Requires("mandate.read")
    public MandateDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("mandate", id))
                .details();
    }

    @Requires("mandate.read")
    public Page<MandateDetails> list(Query query) {
        return repository.find(query).map(Mandate::details);
    }

    /**
     * Takes another account, name or address of the payer; the next collection tells the bank.
     *
     * @param debtor with an IBAN; name and address may be null for the customer's own
     * @throws DomainException {@code mandate-state} if it has ended; {@code invalid-value} naming the attribute
     */
    @Requires("mandate.write")
    public MandateDetails amend(UUID id, Debtor debtor) {
        Mandate mandate = locked(id);
        UUID customer = account(mandate.billingAccountId()).customerId();
        mandate.amend(MandateForm.checked(whole(debtor, customer)));
        return changed(mandate, "amended");
    }

    /**
     * Stops collections for a while.
     *
     * @param reason 1 to 500 characters
     */
    @Requires("mandate.write")
    public MandateDetails suspend(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        Mandate mandate = locked(id);
        mandate.suspend(why);
        return changed(mandate, "suspended");
    }

    /** @throws DomainException {@code mandate-state} unless it is suspended */
    @Requires("mandate.write")
    public MandateDetails resume(UUID id) {
        Mandate mandate = locked(id);
        mandate.resume();
        return changed(mandate, "resumed");
    }

    /**
     * Ends a mandate; a debit that was handed over takes its course.
     *
     * @param reason 1 to 500 characters
     */
    @Requires("mandate.write")
    public MandateDetails cancel(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        Mandate mandate = locked(id);
        mandate.cancel(why);
        return changed(mandate, "cancelled");
    }

    /** The whole IBAN; who asked is kept in the audit trail. */
    @Requires("mandate.reveal")
    public String revealIban(UUID id) {
        Mandate mandate = repository.find(id).orElseThrow(() -> DomainException.notFound("mandate", id));
        audit.record("mandate.revealed", "mandate", id, Map.of("reference", mandate.reference()));
        return mandate.debtor().iban();
    }

    /**
     * Ends some of the mandates that nobody has collected by for 36 months.
     *
     * @return how many
     */
    @Requires("mandate.write")
    public int lapseUnused() {
        LocalDate since = clock.today().minusMonths(Mandate.UNUSED_MONTHS);
        List<Mandate> unused = repository.unusedSince(since, LAPSED_AT_ONCE);
        unused.forEach(Mandate::lapse);
        repository.flush();
        unused.forEach(each ->
                records.changed(each, "lapsed", account(each.billingAccountId()).customerId()));
        return unused.size();
    }

    private static void refuseSecond(Mandate mandate) {
        throw new DomainException(
                PaymentProblem.MANDATE_EXISTS,
                "The account has the mandate " + mandate.reference() + ", which is " + mandate.state()
                        + ". Amend it, or cancel it first.",
                "billingAccountId");
    }

    private MandateDetails changed(Mandate mandate, String what) {
        repository.flush();
        records.changed(mandate, what, account(mandate.billingAccountId()).customerId());
        return mandate.details();
    }

    private BillingAccountDetails account(UUID id) {
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return accounts.get(id);
        }
    }

    private Debtor whole(Debtor debtor, UUID customerId) {
        if (debtor == null) {
            throw DomainException.invalid("iban", "A mandate needs the payer's IBAN.");
        }
        if (debtor.name() != null && debtor.town() != null) {
            return debtor;
        }
        BillTo customer;
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            customer = customers.billTo(List.of(customerId)).get(customerId);
        }
        return MandateForm.whole(debtor, customer);
    }

    private Mandate locked(UUID id) {
        return repository.lock(id).orElseThrow(() -> DomainException.notFound("mandate", id));
    }
}
