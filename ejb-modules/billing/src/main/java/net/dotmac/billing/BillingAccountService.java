package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.BillingAccount;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.persistence.BillingAccountRepository;
import net.dotmac.billing.persistence.NumberRepository;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Everything others may do with billing accounts. */
@Stateless
@Interceptors(CallInterceptor.class)
public class BillingAccountService {

    @Inject
    private BillingAccountRepository repository;

    @Inject
    private NumberRepository numbers;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Opens an account for a customer; it is billed first on its first cycle date from today on.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code billing-account-number-taken}
     */
    @Requires("billingAccount.write")
    public BillingAccountDetails create(BillingAccountData data) {
        requireCustomer(data.customerId());
        String number = data.number();
        if (number == null || number.isBlank()) {
            NumberRepository.Block block = numbers.take(NumberRepository.BILLING_ACCOUNT, 1, clock.today());
            number = block.number(block.first());
        } else if (repository.numberExists(number)) {
            throw new DomainException(
                    BillingProblem.NUMBER_TAKEN, "The billing account number " + number + " is taken.", "number");
        }
        BillingAccount account = new BillingAccount(number, data, clock.today(), clock.now());
        repository.add(account);
        repository.flush();
        record("created", account.id(), Map.of("number", number));
        return account.details();
    }

    @Requires("billingAccount.read")
    public BillingAccountDetails get(UUID id) {
        return require(id).details();
    }

    @Requires("billingAccount.read")
    public Page<BillingAccountDetails> list(Query query) {
        return repository.find(query).map(BillingAccount::details);
    }

    /** These accounts; unknown ids are left out. */
    @Requires("billingAccount.read")
    public List<BillingAccountDetails> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : repository.findAll(ids).stream().map(BillingAccount::details).toList();
    }

    /**
     * Changes an account. A new cycle day holds from the next billing date on: that one moves to the first new cycle date on
     * or after it, and the days between are charged by proration.
     *
     * @param expectedVersion the version the caller saw, or null to change whatever is there
     */
    @Requires("billingAccount.write")
    public BillingAccountDetails change(UUID id, BillingAccountData data, Integer expectedVersion) {
        BillingAccount account = require(id, expectedVersion);
        BillingAccountDetails before = account.details();
        account.change(data, clock.now());
        repository.flush();
        if (before.cycleDay() != data.cycleDay()) {
            LocalDate next = CycleCalculator.after(before.nextBillOn().minusDays(1), data.cycleDay());
            repository.moveNextBillOn(id, next);
            repository.refresh(account);
        }
        record("changed", id, Map.of("currency", data.currency(), "cycleDay", data.cycleDay()));
        return account.details();
    }

    /**
     * Changes how an account wants its documents, from the next one on.
     *
     * @param expectedVersion the version the caller saw, or null to change whatever is there
     * @throws DomainException {@code invalid-value} naming the attribute; {@code billing-account-closed}
     */
    @Requires("billingAccount.write")
    public BillingAccountDetails changeDocuments(UUID id, AccountDocuments documents, Integer expectedVersion) {
        BillingAccount account = require(id, expectedVersion);
        account.change(documents, clock.now());
        repository.flush();
        AccountDocuments now = account.details().documents();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("buyerReference", now.buyerReference());
        detail.put("purchaseOrder", now.purchaseOrder());
        detail.put("electronicAddress", now.electronicAddress());
        detail.put("eInvoice", now.eInvoice());
        record("changed", id, detail);
        return account.details();
    }

    /** Stops the account's billing until it is released. */
    @Requires("billingAccount.write")
    public BillingAccountDetails hold(UUID id, String reason) {
        BillingAccount account = require(id);
        account.hold(reason, clock.now());
        repository.flush();
        record("held", id, Map.of("reason", reason));
        return account.details();
    }

    /** Lets it be billed again, for all it missed. */
    @Requires("billingAccount.write")
    public BillingAccountDetails release(UUID id) {
        BillingAccount account = require(id);
        account.release(clock.now());
        repository.flush();
        record("released", id, Map.of());
        return account.details();
    }

    /** Closes it for good: TMF666's delete. Its documents stay, so its row stays. */
    @Requires("billingAccount.write")
    public void close(UUID id) {
        BillingAccount account = require(id);
        account.close(clock.now());
        repository.flush();
        record("closed", id, Map.of());
    }

    private void requireCustomer(UUID customerId) {
        if (customerId == null) {
            throw DomainException.invalid("customerId", "A billing account needs a customer.");
        }
        CallContext.current().with("customer.read").run(() -> customers.get(customerId));
    }

    private void record(String what, UUID id, Map<String, ?> detail) {
        audit.record("billingAccount." + what, "billingAccount", id, detail);
        outbox.record(
                "billing.billingAccounts." + what + ".v1", id.toString(), Map.of("billingAccountId", id.toString()));
    }

    private BillingAccount require(UUID id, Integer expectedVersion) {
        BillingAccount account = require(id);
        if (expectedVersion != null && expectedVersion != account.details().version()) {
            throw new DomainException(
                    CommonProblem.STALE,
                    "The billing account was changed meanwhile. Read it again, then repeat the change.");
        }
        return account;
    }

    private BillingAccount require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("billing account", id));
    }
}
