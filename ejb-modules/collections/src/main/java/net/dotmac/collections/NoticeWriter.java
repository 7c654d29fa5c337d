package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.billing.MailSettings;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.collections.domain.Decision;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.NoticeText;
import net.dotmac.collections.domain.Standing;
import net.dotmac.collections.persistence.NoticeRepository;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.platform.Seller;
import net.dotmac.platform.TenantService;

/** Writes the reminder of a step, word for word, and queues it for mailing. Runs in the transaction of the step. */
@ApplicationScoped
class NoticeWriter {

    /** What a customer is told of the step to come: the gravest of what it does. */
    private static final List<DunningAction> GRAVEST_FIRST = List.of(
            DunningAction.TERMINATE,
            DunningAction.SUSPEND,
            DunningAction.THROTTLE,
            DunningAction.LATE_FEE,
            DunningAction.NOTICE);

    @Inject
    private NoticeRepository repository;

    @Inject
    private QuotationService quotations;

    @Inject
    private CustomerService customers;

    @Inject
    private TenantService tenants;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    /**
     * @param next what comes after this step
     * @param lateFee what this step charges, or null
     */
    void write(DunningCase about, DunningPolicy policy, Standing standing, Decision next, Money lateFee) {
        BillTo buyer;
        String account;
        Map<UUID, String> numbers;
        try (CallContext.Scope scope = CallContext.current()
                .with("customer.read", "billingAccount.read", "invoice.read")
                .bind()) {
            buyer = customers.billTo(List.of(about.customerId())).get(about.customerId());
            account = quotations
                    .accountsById(List.of(about.billingAccountId()))
                    .get(0)
                    .number();
            numbers = quotations.invoicesById(standing.documents()).stream()
                    .collect(Collectors.toMap(QuotedInvoice::id, QuotedInvoice::number));
        }
        Seller seller = tenants.seller();
        String country = tenants.current().country();
        Decision.Wait wait = next instanceof Decision.Wait known && known.number() > 0 ? known : null;
        NoticeText text = NoticeText.of(
                new NoticeText.Content(
                        about.step(),
                        standing.dunned().stream()
                                .map(debt -> new NoticeText.Item(
                                        numbers.getOrDefault(debt.documentId(), account),
                                        debt.dueOn(),
                                        debt.openMinor()))
                                .toList(),
                        new Money(standing.dunnedMinor(), about.currency()),
                        lateFee,
                        policy.step(about.step()).does(DunningAction.SUSPEND),
                        wait == null ? null : gravest(policy.step(wait.number())),
                        wait == null ? null : wait.on(),
                        account),
                new NoticeText.Correspondents(
                        buyer.name(),
                        buyer.language(),
                        seller.legalName(),
                        country,
                        seller.bankAccount(),
                        contact(seller)));
        repository.add(about.id(), notice(about, text, buyer.email(), domain(seller)));
    }

    private static String gravest(DunningStep step) {
        return GRAVEST_FIRST.stream()
                .filter(step::does)
                .findFirst()
                .orElseThrow()
                .wire();
    }

    private static String contact(Seller seller) {
        return Stream.of(seller.email(), seller.phone())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining(", "));
    }

    private Notice notice(DunningCase about, NoticeText text, String email, String domain) {
        UUID id = Ids.next();
        boolean hasAddress = email != null && !email.isBlank();
        return new Notice(
                id,
                about.step(),
                text.locale().getLanguage(),
                text.subject(),
                text.body(),
                hasAddress ? email.strip() : null,
                "<" + id + "@" + domain + ">",
                hasAddress ? "waiting" : "notSendable",
                hasAddress ? null : "noAddress",
                0,
                systemClock.instant(),
                null,
                null);
    }

    private String domain(Seller seller) {
        String sender = settings.from().orElse(seller.email());
        int at = sender == null ? -1 : sender.indexOf('@');
        return settings.messageIdDomain()
                .or(() -> Optional.ofNullable(
                        at < 0 ? null : sender.substring(at + 1).strip()))
                .orElseGet(() -> tenants.current().slug() + ".invalid");
    }
}
