package net.dotmac.system.walls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.HeldMoney;
import net.dotmac.ledger.HeldMoneyService;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositReceipt;
import net.dotmac.prepaid.DepositRelease;
import net.dotmac.prepaid.DepositService;
import net.dotmac.prepaid.VoucherBatchData;
import net.dotmac.prepaid.VoucherBatchService;
import net.dotmac.prepaid.VoucherService;

/** What a tenant holds for a customer, and what a stranger might try with it. */
final class PrepaidLife {

    /** A code that is well written, and no voucher has it. */
    private static final String WRONG = "0000-0000-0000-0000";

    private PrepaidLife() {}

    /** Asks for a deposit, takes it in, and gives a part of it back; sells vouchers, of which one is redeemed. */
    static void live(TwoTenants world, UUID tenant) {
        deposit(world, tenant);
        world.as(tenant, () -> {
            var account = world.service(BillingAccountService.class)
                    .list(Query.where(Filter.equal("state", "active")))
                    .rows()
                    .get(0);
            VoucherBatchService batches = world.service(VoucherBatchService.class);
            UUID batch = batches.make(batch(account.currency())).id();
            String code = batches.makeCodes(batch).get(0);
            batches.activate(batch, account.id(), "cash");
            VoucherService vouchers = world.service(VoucherService.class);
            vouchers.redeem(account.id(), code);
            return vouchers.redeem(account.id(), WRONG);
        });
    }

    private static VoucherBatchData batch(String currency) {
        return new VoucherBatchData("Kiosk", new Money(2_000, currency), 2, TwoTenants.TODAY.plusYears(1));
    }

    private static void deposit(TwoTenants world, UUID tenant) {
        world.as(tenant, () -> {
            var account = world.service(BillingAccountService.class)
                    .list(Query.where(Filter.equal("state", "active")))
                    .rows()
                    .get(0);
            DepositService deposits = world.service(DepositService.class);
            Money amount = new Money(10_000, account.currency());
            DepositDetails asked = deposits.ask(account.id(), amount, "No credit history");
            deposits.receive(asked.id(), new DepositReceipt(amount, "cash", "desk 2", null));
            return deposits.release(
                    asked.id(), new DepositRelease("credit", new Money(1_000, account.currency()), null, "moved"));
        });
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> own, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        DepositService deposits = world.service(DepositService.class);
        UUID deposit = own.get("prepaid.deposit.id");
        calls.put("DepositService.release: invoice", () -> {
            Money part = new Money(1, deposits.get(deposit).currency());
            return deposits.release(
                    deposit, new DepositRelease("setOff", part, foreign.get("billing.invoice.id"), null));
        });
        calls.put("HeldMoneyService.putAway: account", () -> {
            world.service(HeldMoneyService.class)
                    .putAway(
                            new HeldMoney(
                                    deposit,
                                    LedgerAccount.DEPOSITS,
                                    foreign.get("billing.billing_account.id"),
                                    "NZD",
                                    0),
                            foreign.get("payments.payment.id"),
                            new Money(1, "NZD"),
                            TwoTenants.TODAY);
            return null;
        });
        calls.put("VoucherBatchService.activate: account", () -> {
            VoucherBatchService batches = world.service(VoucherBatchService.class);
            UUID batch = batches.make(batch("NZD")).id();
            batches.makeCodes(batch);
            return batches.activate(batch, foreign.get("billing.billing_account.id"), null);
        });
        return calls;
    }
}
