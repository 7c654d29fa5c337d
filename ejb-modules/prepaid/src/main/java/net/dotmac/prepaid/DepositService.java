package net.dotmac.prepaid;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.HeldMoney;
import net.dotmac.ledger.HeldMoneyService;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.prepaid.domain.Deposit;
import net.dotmac.prepaid.persistence.DepositRepository;

/** Security deposits: asked for, received, and released. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DepositService {

    private static final int REASON_AT_MOST = 500;

    @Inject
    private DepositRepository repository;

    @Inject
    private DepositReleases releases;

    @Inject
    private DepositLog log;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private PaymentService payments;

    @Inject
    private HeldMoneyService heldMoney;

    @Inject
    private BusinessClock clock;

    @Requires("deposit.read")
    public Page<DepositDetails> list(Query query) {
        return repository.find(query).map(Deposit::details);
    }

    @Requires("deposit.read")
    public DepositDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("deposit", id))
                .details();
    }

    /** What moved in a deposit, oldest first, at most 1,000. */
    @Requires("deposit.read")
    public List<DepositMovement> movements(UUID id) {
        get(id);
        return repository.movements(id);
    }

    /** What deposits that are not over come to, by currency. */
    @Requires("deposit.read")
    public List<DepositTotal> totals() {
        return repository.totals();
    }

    /** What was held on a day, by deposit: together it is the balance of the ledger's account. */
    @Requires("deposit.read")
    public List<HeldDeposit> heldOn(LocalDate day) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return heldMoney.heldOn(LedgerAccount.DEPOSITS, day).stream()
                    .map(each -> new HeldDeposit(each.id(), each.billingAccountId(), each.currency(), each.heldMinor()))
                    .toList();
        }
    }

    /**
     * Asks an account for a deposit. That books nothing: nobody owes it before it is paid.
     *
     * @param amount above zero, in the account's currency
     * @param reason 1 to 500 characters
     * @throws DomainException {@code not-found} for an unknown account; {@code invalid-value} naming the attribute;
     *     {@code deposit-state} if the account is closed
     */
    @Requires("deposit.write")
    public DepositDetails ask(UUID billingAccountId, Money amount, String reason) {
        if (billingAccountId == null) {
            throw DomainException.invalid("billingAccountId", "A deposit needs a billing account.");
        }
        BillingAccountDetails account = account(billingAccountId);
        if (!account.state().equals("active")) {
            throw new DomainException(
                    PrepaidProblem.DEPOSIT_STATE, "The billing account " + account.number() + " is closed.");
        }
        requireAmount(amount, account.currency());
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "A deposit needs a reason of 1 to 500 characters.");
        }
        Deposit deposit = new Deposit(billingAccountId, account.customerId(), amount, reason.strip(), clock.today());
        repository.add(deposit);
        log.tell("asked", deposit, Map.of("amountMinor", amount.minor()));
        return deposit.details();
    }

    /**
     * Records money that came in for a deposit, at the desk or otherwise; it settles no bill.
     *
     * @throws DomainException {@code deposit-state}; {@code deposit-exceeded}; as {@link PaymentService#recordAsCredit}
     */
    @Requires("deposit.write")
    public DepositDetails receive(UUID id, DepositReceipt receipt) {
        Deposit deposit = lock(id);
        requireAmount(receipt.amount(), deposit.currency());
        deposit.receive(receipt.amount());
        UUID payment;
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write").bind()) {
            payment = payments.recordAsCredit(new PaymentData(
                            deposit.billingAccountId(),
                            receipt.amount(),
                            receipt.method(),
                            null,
                            null,
                            receipt.reference(),
                            receipt.receivedOn(),
                            null))
                    .id();
        }
        LocalDate day = receipt.receivedOn() == null ? clock.today() : receipt.receivedOn();
        putAway(deposit, payment, receipt.amount(), day);
        log.moved(deposit, "received", receipt.amount(), payment, receipt.reference());
        return deposit.details();
    }

    /**
     * Uses what an account has to its credit for its deposit, such as a transfer that was recorded as a payment.
     *
     * @param paymentId the payment whose money it must be, or null for any, the oldest first
     * @throws DomainException {@code deposit-state}; {@code deposit-exceeded}; {@code credit-too-small}
     */
    @Requires("deposit.write")
    public DepositDetails allot(UUID id, Money amount, UUID paymentId) {
        Deposit deposit = lock(id);
        requireAmount(amount, deposit.currency());
        deposit.receive(amount);
        putAway(deposit, paymentId, amount, clock.today());
        log.moved(deposit, "allotted", amount, paymentId, null);
        return deposit.details();
    }

    /**
     * Gives a deposit or a part of it back, in one of three ways.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code deposit-state}; {@code deposit-too-small};
     *     {@code nothing-to-set-off}; as debit notes for damages
     */
    @Requires("deposit.release")
    public DepositDetails release(UUID id, DepositRelease release) {
        Deposit deposit = lock(id);
        releases.release(deposit, release);
        return deposit.details();
    }

    /** Cancels a deposit that nobody paid. @throws DomainException {@code deposit-state} */
    @Requires("deposit.write")
    public DepositDetails cancel(UUID id) {
        Deposit deposit = lock(id);
        deposit.cancel();
        log.tell("cancelled", deposit, Map.of());
        return deposit.details();
    }

    private void putAway(Deposit deposit, UUID creditId, Money amount, LocalDate day) {
        CallContext.current()
                .with("ledger.book")
                .run(() -> heldMoney.putAway(
                        new HeldMoney(
                                deposit.id(),
                                LedgerAccount.DEPOSITS,
                                deposit.billingAccountId(),
                                deposit.currency(),
                                0),
                        creditId,
                        amount,
                        day));
    }

    private BillingAccountDetails account(UUID id) {
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return accounts.get(id);
        }
    }

    private Deposit lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> DomainException.notFound("deposit", id));
    }

    static void requireAmount(Money amount, String currency) {
        if (amount == null || !amount.isPositive() || !amount.currency().equals(currency)) {
            throw DomainException.invalid(
                    "amount", "Found " + amount + ", expected an amount above zero in " + currency + ".");
        }
    }
}
