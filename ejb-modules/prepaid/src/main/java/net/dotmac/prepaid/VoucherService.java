package net.dotmac.prepaid;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
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
import net.dotmac.ledger.HeldMoneyService;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.PaymentPosting;
import net.dotmac.prepaid.Redemption.Outcome;
import net.dotmac.prepaid.domain.VoucherBatch;
import net.dotmac.prepaid.domain.VoucherCode;
import net.dotmac.prepaid.persistence.AttemptRepository;
import net.dotmac.prepaid.persistence.VoucherRepository;
import net.dotmac.prepaid.persistence.VoucherRepository.Voucher;

/** Redeems vouchers. Refusals are values, for a wrong code has to be counted and an exception would undo that. */
@Stateless
@Interceptors(CallInterceptor.class)
public class VoucherService {

    /** An account has one owner with one card in his hand. */
    private static final int WRONG_OF_ACCOUNT = 5;

    /** A person at the desk types for many. */
    private static final int WRONG_OF_PERSON = 20;

    @Inject
    private VoucherRepository repository;

    @Inject
    private AttemptRepository attempts;

    @Inject
    private VoucherCodes codes;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private HeldMoneyService heldMoney;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    @Inject
    private Clock systemClock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Redeems a voucher: its value is the account's credit and settles what is due first.
     *
     * @param typed the code, in whatever case and grouping
     * @throws DomainException {@code not-found} for an unknown account; {@code invalid-value} for a code with a slip of the
     *     pen, which no count is kept of, and for an account that is closed
     */
    @Requires("voucher.redeem")
    public Redemption redeem(UUID billingAccountId, String typed) {
        BillingAccountDetails account = account(billingAccountId);
        String code = VoucherCode.read(typed)
                .orElseThrow(() -> DomainException.invalid(
                        "code",
                        "This is no voucher's code; a character is wrong or missing. It has 16, e.g. 7K3M-9QXA-…"));
        String ofAccount = "account:" + account.id();
        String ofPerson = "actor:" + CallContext.current().actor();
        if (attempts.isLocked(List.of(ofAccount, ofPerson), systemClock.instant())) {
            return Redemption.refused(Outcome.LOCKED);
        }
        Optional<Voucher> found = repository.voucher(codes.hash(code));
        VoucherBatch batch = found.flatMap(voucher -> repository.hold(voucher.batchId()))
                .filter(each -> each.isActivated() || each.isStopped())
                .orElse(null);
        if (batch == null) {
            attempts.failed(ofAccount, WRONG_OF_ACCOUNT, systemClock.instant());
            attempts.failed(ofPerson, WRONG_OF_PERSON, systemClock.instant());
            audit.record("voucher.refused", "billingAccount", account.id(), Map.of());
            return Redemption.refused(Outcome.UNKNOWN);
        }
        Redemption redemption = redeem(account, batch, found.get());
        if (redemption.isRedeemed()) {
            attempts.forget(ofAccount);
        }
        return redemption;
    }

    private Redemption redeem(BillingAccountDetails account, VoucherBatch batch, Voucher voucher) {
        Optional<RedemptionDetails> before = repository.redemption(voucher);
        if (before.isPresent()) {
            return again(account, batch, before.get());
        }
        if (batch.isStopped()) {
            return Redemption.refused(Outcome.STOPPED);
        }
        if (batch.isExpired(clock.today())) {
            return Redemption.refused(Outcome.EXPIRED);
        }
        if (!batch.value().currency().equals(account.currency())) {
            return Redemption.refused(Outcome.WRONG_CURRENCY);
        }
        RedemptionDetails redemption = new RedemptionDetails(
                Ids.next(),
                voucher.batchId(),
                voucher.serial(),
                account.id(),
                clock.today(),
                clock.now(),
                CallContext.current().actor());
        if (!repository.addRedemption(redemption)) {
            return again(account, batch, repository.redemption(voucher).orElseThrow());
        }
        credit(redemption, batch);
        tell(redemption, batch, account);
        return of(redemption, batch);
    }

    private void credit(RedemptionDetails redemption, VoucherBatch batch) {
        UUID account = redemption.billingAccountId();
        CallContext.current().with("ledger.book").run(() -> {
            heldMoney.pay(
                    batch.id(), new PaymentPosting(redemption.id(), account, batch.value(), redemption.day(), null));
            ledger.settle(account, null, redemption.day());
        });
    }

    private static Redemption again(BillingAccountDetails account, VoucherBatch batch, RedemptionDetails before) {
        return before.billingAccountId().equals(account.id()) ? of(before, batch) : Redemption.refused(Outcome.USED);
    }

    private static Redemption of(RedemptionDetails redemption, VoucherBatch batch) {
        return new Redemption(
                Outcome.REDEEMED, redemption.id(), batch.id(), redemption.serial(), batch.value(), redemption.day());
    }

    private void tell(RedemptionDetails redemption, VoucherBatch batch, BillingAccountDetails account) {
        Map<String, Object> data = Map.of(
                "redemptionId", redemption.id().toString(),
                "batchId", batch.id().toString(),
                "serial", redemption.serial(),
                "billingAccountId", account.id().toString(),
                "customerId", account.customerId().toString(),
                "amountMinor", batch.value().minor(),
                "currency", batch.value().currency());
        audit.record("voucher.redeemed", "voucherRedemption", redemption.id(), data);
        outbox.record("prepaid.vouchers.redeemed.v1", account.id().toString(), data);
    }

    private BillingAccountDetails account(UUID id) {
        if (id == null) {
            throw DomainException.invalid("billingAccountId", "A voucher is redeemed for a billing account.");
        }
        BillingAccountDetails account;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            account = accounts.get(id);
        }
        if (!account.state().equals("active")) {
            throw DomainException.invalid(
                    "billingAccountId", "The billing account " + account.number() + " is closed.");
        }
        return account;
    }
}
