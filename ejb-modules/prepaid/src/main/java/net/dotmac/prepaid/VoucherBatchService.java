package net.dotmac.prepaid;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.HashMap;
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
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.HeldMoney;
import net.dotmac.ledger.HeldMoneyService;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.prepaid.domain.VoucherBatch;
import net.dotmac.prepaid.persistence.VoucherRepository;

/** Batches of vouchers: made, told their codes once, sold, stopped, and booked out when they have expired. */
@Stateless
@Interceptors(CallInterceptor.class)
public class VoucherBatchService {

    private static final int REASON_AT_MOST = 500;

    @Inject
    private VoucherRepository repository;

    @Inject
    private VoucherCodes codes;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private PaymentService payments;

    @Inject
    private HeldMoneyService heldMoney;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Requires("voucher.read")
    public Page<VoucherBatchDetails> list(Query query) {
        Page<VoucherBatch> page = repository.find(query);
        Map<UUID, Long> redeemed =
                repository.redeemed(page.rows().stream().map(VoucherBatch::id).toList());
        return page.map(batch -> batch.details(redeemed.getOrDefault(batch.id(), 0L)));
    }

    @Requires("voucher.read")
    public VoucherBatchDetails get(UUID id) {
        return details(repository.find(id).orElseThrow(() -> notFound(id)));
    }

    /** Who redeemed vouchers of a batch, the latest first, at most 1,000. */
    @Requires("voucher.read")
    public List<RedemptionDetails> redemptions(UUID id) {
        get(id);
        return repository.redemptions(id);
    }

    /** Makes a batch; its codes are made next. @throws DomainException {@code invalid-value} naming the attribute */
    @Requires("voucher.write")
    public VoucherBatchDetails make(VoucherBatchData data) {
        VoucherBatch batch = new VoucherBatch(data.checked(clock.today()), clock.today());
        repository.add(batch);
        tell("made", batch);
        return details(batch);
    }

    /**
     * Makes the codes of a batch and tells them: this once, for what is kept can't be read back.
     *
     * @return in the order of the serial numbers from 1
     * @throws DomainException {@code not-found}; {@code voucher-batch-state} if they were told before
     */
    @Requires("voucher.write")
    public List<String> makeCodes(UUID id) {
        VoucherBatch batch = lock(id);
        batch.makeCodes(clock.now());
        List<String> made = codes.make(id, batch.quantity());
        audit.record("voucherBatch.codesTold", "voucherBatch", id, Map.of("quantity", batch.quantity()));
        return made;
    }

    /**
     * Sells a batch at its face value, from when on its vouchers can be redeemed. As multi-purpose vouchers they bear no VAT when
     * they are sold; what they pay for does.
     *
     * @param buyerId the billing account of the dealer or of the desk
     * @param method how he pays now, or null to use what he has to his credit
     * @throws DomainException {@code not-found}; {@code voucher-batch-state}; {@code credit-too-small}; {@code
     *     invalid-value} naming the attribute
     */
    @Requires("voucher.write")
    public VoucherBatchDetails activate(UUID id, UUID buyerId, String method) {
        VoucherBatch batch = lock(id);
        requireBuyer(buyerId, batch.value());
        batch.activate(buyerId, clock.today());
        UUID payment = method == null ? null : pay(batch, buyerId, method);
        CallContext.current()
                .with("ledger.book")
                .run(() -> heldMoney.putAway(
                        new HeldMoney(
                                id,
                                LedgerAccount.VOUCHERS,
                                buyerId,
                                batch.worth().currency(),
                                0),
                        payment,
                        batch.worth(),
                        clock.today()));
        repository.flush();
        tell("activated", batch);
        return details(batch);
    }

    /**
     * Stops a batch for good, such as one that was stolen: none of its vouchers is redeemed from now on.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code not-found}; {@code voucher-batch-state}
     */
    @Requires("voucher.write")
    public VoucherBatchDetails stop(UUID id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "Stopping a batch needs a reason of 1 to 500 characters.");
        }
        VoucherBatch batch = lock(id);
        batch.stop(reason.strip());
        repository.flush();
        tell("stopped", batch);
        return details(batch);
    }

    /** Batches whose last day is over in the tenant's zone and whose rest was not booked out yet. */
    @Requires("voucher.read")
    public List<UUID> toLapse() {
        return repository.toLapse(clock.today());
    }

    /** Books out what nobody redeemed of an expired batch; done before, or not expired, nothing happens. */
    @Requires("voucher.write")
    public void lapse(UUID id) {
        VoucherBatch batch = lock(id);
        if (!batch.lapse(clock.today())) {
            return;
        }
        repository.flush();
        CallContext.current().with("ledger.book").run(() -> heldMoney.forfeit(id, clock.today()));
        tell("lapsed", batch);
    }

    private void requireBuyer(UUID buyerId, Money value) {
        if (buyerId == null) {
            throw DomainException.invalid("billingAccountId", "Vouchers are sold to a billing account.");
        }
        BillingAccountDetails buyer;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            buyer = accounts.get(buyerId);
        }
        if (!buyer.currency().equals(value.currency())) {
            throw DomainException.invalid(
                    "billingAccountId",
                    "The vouchers are in " + value.currency() + " and the account in " + buyer.currency() + ".");
        }
    }

    private UUID pay(VoucherBatch batch, UUID buyerId, String method) {
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write").bind()) {
            return payments.recordAsCredit(new PaymentData(
                            buyerId,
                            batch.worth(),
                            method,
                            null,
                            null,
                            details(batch).name(),
                            null,
                            null))
                    .id();
        }
    }

    private void tell(String happened, VoucherBatch batch) {
        Money worth = batch.worth();
        Map<String, Object> data = new HashMap<>();
        data.put("batchId", batch.id().toString());
        data.put("quantity", batch.quantity());
        data.put("worthMinor", worth.minor());
        data.put("currency", worth.currency());
        data.put("expiresOn", batch.expiresOn().toString());
        audit.record("voucherBatch." + happened, "voucherBatch", batch.id(), data);
        outbox.record("prepaid.voucherBatches." + happened + ".v1", batch.id().toString(), data);
    }

    private VoucherBatchDetails details(VoucherBatch batch) {
        return batch.details(repository.redeemed(List.of(batch.id())).getOrDefault(batch.id(), 0L));
    }

    private VoucherBatch lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> notFound(id));
    }

    private static DomainException notFound(UUID id) {
        return DomainException.notFound("voucher batch", id);
    }
}
