package net.dotmac.system.walls;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;
import net.dotmac.payments.CreditTransferData;
import net.dotmac.payments.CreditTransferService;
import net.dotmac.payments.GatewaySettingsData;
import net.dotmac.payments.GatewaySettingsService;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentIntentData;
import net.dotmac.payments.PaymentIntentService;
import net.dotmac.payments.PaymentService;
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.payments.PayoutData;
import net.dotmac.payments.PayoutService;

/** A tenant who pays customers' credit back, and what a stranger might try with it. */
final class PayoutLife {

    private PayoutLife() {}

    /** @param account in euros, of a tenant who collects by direct debit */
    static void live(TwoTenants world, UUID tenant, UUID account) {
        world.as(tenant, () -> world.service(PaymentService.class)
                .record(new PaymentData(
                        account, new Money(50_000, "EUR"), "cash", "payout-life", null, null, TwoTenants.TODAY, null)));
        UUID payout = world.as(tenant, () -> world.service(PayoutService.class).request(data(account, "EUR")))
                .id();
        world.as(tenant, () -> {
            CallContext own = CallContext.current();
            return new CallContext(own.tenantId(), "somebody.else", own.permissions(), own.correlationId())
                    .call(() -> world.service(PayoutService.class).approve(payout));
        });
        world.as(tenant, () -> world.service(PayoutBatchService.class).create(null));
        world.as(tenant, () -> world.service(GatewaySettingsService.class)
                .put(new GatewaySettingsData("https://127.0.0.1:1", "https://isp.example", true, "key", "secret")));
        world.as(tenant, () -> world.service(PaymentIntentService.class).request(intent(account, null)));
        UUID other = world.as(tenant, () -> {
            BillingAccountService accounts = world.service(BillingAccountService.class);
            UUID customer = accounts.get(account).customerId();
            return accounts.create(new BillingAccountData(null, "Office", customer, "EUR", 1, 14, null))
                    .id();
        });
        world.as(tenant, () -> world.service(CreditTransferService.class).move(move(account, other)));
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> own, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        UUID account = foreign.get("billing.billing_account.id");
        CreditTransferService transfers = world.service(CreditTransferService.class);
        UUID mine = own.get("billing.billing_account.id");
        calls.put("CreditTransferService.move: source", () -> transfers.move(move(account, mine)));
        calls.put("CreditTransferService.move: target", () -> transfers.move(move(mine, account)));
        calls.put("PayoutService.request: account", () -> world.service(PayoutService.class)
                .request(data(account, "EUR")));
        PaymentIntentService intents = world.service(PaymentIntentService.class);
        calls.put("PaymentIntentService.request: account", () -> intents.request(intent(account, null)));
        calls.put(
                "PaymentIntentService.request: invoice",
                () -> intents.request(intent(mine, foreign.get("billing.invoice.id"))));
        calls.put("PayoutBatchService.takeReport: batch", () -> world.service(PayoutBatchService.class)
                .takeReport(rejection(foreign.get("payments.payout_batch.id"))));
        return calls;
    }

    private static CreditTransferData move(UUID from, UUID to) {
        return new CreditTransferData(from, to, new Money(100, "EUR"), "one wallet", null);
    }

    private static PaymentIntentData intent(UUID account, UUID invoice) {
        return new PaymentIntentData(account, invoice, invoice == null ? new Money(100, "EUR") : null, null, null);
    }

    private static PayoutData data(UUID account, String currency) {
        return new PayoutData(
                account,
                new Money(1_000, currency),
                "bankTransfer",
                "Anna",
                "AT611904300234573201",
                null,
                null,
                "paid twice",
                null);
    }

    private static byte[] rejection(UUID batch) {
        String message = "PB" + batch.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>"
                        + "<MsgId>P-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + message
                        + "</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
