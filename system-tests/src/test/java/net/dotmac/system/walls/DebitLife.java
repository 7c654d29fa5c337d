package net.dotmac.system.walls;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.DirectDebitService;
import net.dotmac.payments.HandOverService;
import net.dotmac.payments.MandateData;
import net.dotmac.payments.MandateService;
import net.dotmac.payments.SepaSettings;
import net.dotmac.payments.SepaSettingsService;
import net.dotmac.payments.StatusReportService;

/** A tenant who collects by direct debit, and what a stranger might try with it. */
final class DebitLife {

    private DebitLife() {}

    /** Collects one debt of an account in euros, and has the bank's answer. */
    static void live(TwoTenants world, UUID tenant) {
        world.as(tenant, () -> world.service(SepaSettingsService.class)
                .put(new SepaSettings(
                        "DE98ZZZ09999999999", "ISP", "Wien", "AT", "AT611904300234573201", null, 14, false)));
        UUID account = world.as(tenant, () -> {
            var any = world.service(BillingAccountService.class)
                    .list(Query.all())
                    .rows()
                    .get(4);
            return world.service(BillingAccountService.class)
                    .create(new BillingAccountData(null, "Euros", any.customerId(), "EUR", 1, 14, null))
                    .id();
        });
        world.as(tenant, () -> {
            world.service(LedgerService.class)
                    .bookDocuments(List.of(new DocumentPosting(
                            Ids.next(),
                            account,
                            "EUR",
                            List.of(new DocumentPosting.Part("standard 20", 1990, 398)),
                            TwoTenants.TODAY,
                            TwoTenants.TODAY.plusDays(10))));
            return world.service(MandateService.class).create(mandate(account));
        });
        UUID batch = world.as(
                        tenant, () -> world.service(DirectDebitService.class).create(null))
                .id();
        world.as(tenant, () -> world.service(HandOverService.class).handOver(batch));
        world.as(tenant, () -> world.service(StatusReportService.class).take(answer(batch, "ACTC")));
        PayoutLife.live(world, tenant, account);
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("MandateService.create: account", () -> world.service(MandateService.class)
                .create(mandate(foreign.get("billing.billing_account.id"))));
        calls.put("StatusReportService.take: batch", () -> world.service(StatusReportService.class)
                .take(answer(foreign.get("payments.direct_debit_batch.id"), "RJCT")));
        return calls;
    }

    static Debtor debtor() {
        return new Debtor("Anna", null, null, null, "Wien", "AT", "AT611904300234573201", null);
    }

    private static MandateData mandate(UUID account) {
        return new MandateData(account, null, null, null, TwoTenants.TODAY, debtor());
    }

    private static byte[] answer(UUID batch, String status) {
        String message = "DD" + batch.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>"
                        + "<MsgId>A-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + message
                        + "</OrgnlMsgId><GrpSts>"
                        + status + "</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
