package net.dotmac.system.walls;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.collections.AgreementService;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.DueAccounts;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningPolicyService;
import net.dotmac.collections.DunningService;
import net.dotmac.collections.DunningStep;
import net.dotmac.collections.HolidayService;
import net.dotmac.collections.Notice;
import net.dotmac.collections.NoticeMailService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.services.ProductService;

/** A customer of a tenant who pays late, and what a stranger might try with his case. */
final class CollectionsLife {

    private static final LocalDate DUE = LocalDate.of(2027, 3, 8);

    private CollectionsLife() {}

    /** Reminds, charges and locks one account, which then promises to pay one invoice and disputes another. */
    static void live(TwoTenants world, UUID tenant) {
        world.as(tenant, () -> {
            // The day of all these lives is a Saturday.
            world.service(HolidayService.class).put(TwoTenants.TODAY, "Stocktaking", false);
            return world.service(DunningPolicyService.class)
                    .put(new DunningPolicy(
                            DunningPolicy.DEFAULT,
                            0,
                            BigDecimal.ONE,
                            List.of(new DunningStep(
                                    1,
                                    false,
                                    List.of(DunningAction.NOTICE, DunningAction.LATE_FEE, DunningAction.SUSPEND))),
                            new DunningPolicy.LateFee(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN),
                            null));
        });
        UUID account = world.as(tenant, () -> world.service(ProductService.class).list(Query.all()).rows().stream()
                .filter(product -> product.status().equals("active"))
                .skip(1)
                .findFirst()
                .orElseThrow()
                .billingAccountId());
        String currency = world.as(
                        tenant, () -> world.service(BillingAccountService.class).get(account))
                .currency();
        owe(world, tenant, account, currency);
        UUID disputed = owe(world, tenant, account, currency);
        world.as(tenant, () -> {
            DunningService dunning = world.service(DunningService.class);
            dunning.look(account);
            dunning.finished(new DueAccounts(List.of(), account));
            return null;
        });
        world.as(tenant, () -> {
            UUID opened = world.service(CaseService.class)
                    .list(Query.where(Filter.equal("billingAccountId", account.toString())))
                    .rows()
                    .get(0)
                    .id();
            AgreementService agreements = world.service(AgreementService.class);
            agreements.promise(opened, new Money(100, currency), TwoTenants.TODAY.plusDays(3), "on Tuesday");
            return agreements.dispute(opened, disputed, "never ordered");
        });
    }

    private static UUID owe(TwoTenants world, UUID tenant, UUID account, String currency) {
        UUID document = Ids.next();
        return world.as(tenant, () -> {
            world.service(LedgerService.class)
                    .bookDocuments(List.of(new DocumentPosting(
                            document,
                            account,
                            currency,
                            List.of(new DocumentPosting.Part("none 0", 5_000, 0)),
                            DUE.minusDays(7),
                            DUE)));
            return document;
        });
    }

    /** Calls that are right in everything but one id, which is another tenant's. */
    static Map<String, Callable<?>> foreignForms(TwoTenants world, Map<String, UUID> foreign) {
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        Notice notice = new Notice(
                foreign.get("collections.notice.id"),
                1,
                "en",
                "s",
                "b",
                "a@example.org",
                "<x@y>",
                "waiting",
                null,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        NoticeMailService mails = world.service(NoticeMailService.class);
        calls.put("NoticeMailService.sent: notice", () -> {
            mails.sent(notice);
            return null;
        });
        calls.put("NoticeMailService.failed: notice", () -> {
            mails.failed(notice, "refused", true);
            return null;
        });
        calls.put("DunningService.finished: account", () -> {
            world.service(DunningService.class)
                    .finished(new DueAccounts(List.of(), foreign.get("billing.billing_account.id")));
            return null;
        });
        return calls;
    }
}
