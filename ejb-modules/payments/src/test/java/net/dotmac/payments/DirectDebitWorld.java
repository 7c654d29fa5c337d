package net.dotmac.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Secrets;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.payments.domain.CamtFile;
import net.dotmac.platform.AesGcmSecrets;

/** A tenant who collects by direct debit, on a real database, and a day that tests may move. */
final class DirectDebitWorld {

    static final LocalDate START = LocalDate.of(2027, 5, 20);
    static final String IBAN = "DE89370400440532013000";
    static final String OTHER_IBAN = "AT611904300234573201";
    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    static final Queue<String> AUDIT = new ConcurrentLinkedQueue<>();

    private static final ThreadLocal<LocalDate> TODAY = ThreadLocal.withInitial(() -> START);
    private static final DomainServer SERVER = server();

    final UUID tenant = Ids.next();
    final MandateService mandates = SERVER.get(MandateService.class);
    final DirectDebitService debits = SERVER.get(DirectDebitService.class);
    final HandOverService handOvers = SERVER.get(HandOverService.class);
    final StatusReportService reports = SERVER.get(StatusReportService.class);
    final DebitsInFlight inFlight = SERVER.get(DebitsInFlight.class);
    final PaymentService payments = SERVER.get(PaymentService.class);
    final PayoutService payouts = SERVER.get(PayoutService.class);
    final GatewaySettingsService gatewaySettings = SERVER.get(GatewaySettingsService.class);
    final PaymentIntentService intents = SERVER.get(PaymentIntentService.class);
    final CheckoutService checkouts = SERVER.get(CheckoutService.class);
    final Checkouts checkout = SERVER.get(Checkouts.class);
    final CreditTransferService transfers = SERVER.get(CreditTransferService.class);
    final ReallocationService reallocations = SERVER.get(ReallocationService.class);
    final PayoutBatchService payoutBatches = SERVER.get(PayoutBatchService.class);
    final BankTransactionService movements = SERVER.get(BankTransactionService.class);
    final BatchMatchService batchMatches = SERVER.get(BatchMatchService.class);
    private final BankStatementService statements = SERVER.get(BankStatementService.class);
    private final BankPostingService posting = SERVER.get(BankPostingService.class);
    private final LedgerService ledger = SERVER.get(LedgerService.class);
    private int files;

    DirectDebitWorld(boolean needsApproval) {
        TODAY.set(START);
        settings(14, needsApproval);
    }

    void settings(int noticeDays, boolean needsApproval) {
        call(() -> SERVER.get(SepaSettingsService.class)
                .put(new SepaSettings(
                        "DE98ZZZ09999999999",
                        "Alpennetz",
                        "Köln",
                        "DE",
                        "DE02120300000000202051",
                        null,
                        noticeDays,
                        needsApproval)));
    }

    static void today(LocalDate day) {
        TODAY.set(day);
    }

    <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    /** The same as another person. */
    <T> T callAs(String actor, Callable<T> work) {
        return SERVER.call(tenant, () -> {
            CallContext own = CallContext.current();
            return new CallContext(own.tenantId(), actor, own.permissions(), own.correlationId()).call(work);
        });
    }

    UUID account(String name, String currency) {
        return call(() -> {
            UUID customer = SERVER.get(CustomerService.class)
                    .create(new CustomerData(
                            null,
                            name,
                            CustomerKind.HOUSEHOLD,
                            null,
                            null,
                            new PostalAddress("Hauptstraße 1", "50667", "Köln", "DE"),
                            null,
                            "de",
                            null))
                    .id();
            return SERVER.get(BillingAccountService.class)
                    .create(new BillingAccountData(null, "Home", customer, currency, 1, 14, null))
                    .id();
        });
    }

    /** Another account of the same customer. */
    UUID secondAccount(UUID account, String currency) {
        return call(() -> {
            BillingAccountService accounts = SERVER.get(BillingAccountService.class);
            UUID customer = accounts.get(account).customerId();
            return accounts.create(new BillingAccountData(null, "Office", customer, currency, 1, 14, null))
                    .id();
        });
    }

    MandateDetails mandate(UUID account, String scheme, String sequence) {
        return call(() -> mandates.create(
                new MandateData(account, null, scheme, sequence, LocalDate.of(2027, 1, 31), debtor(IBAN))));
    }

    static Debtor debtor(String iban) {
        return new Debtor(null, null, null, null, null, null, iban, null);
    }

    UUID invoice(UUID account, String gross, String dueOn) {
        UUID id = Ids.next();
        LocalDate due = LocalDate.parse(dueOn);
        SERVER.run(
                tenant,
                () -> ledger.bookDocuments(List.of(new DocumentPosting(
                        id,
                        account,
                        "EUR",
                        List.of(new DocumentPosting.Part(
                                "standard 19", Money.of(gross, "EUR").minor(), 0)),
                        due.minusDays(14),
                        due))));
        return id;
    }

    long open(UUID invoice) {
        return call(() -> ledger.items(List.of(invoice))).get(invoice).openMinor();
    }

    /** A batch that the bank has, of everything due. */
    DirectDebitBatchDetails handedOver() {
        DirectDebitBatchDetails made = call(() -> debits.create(null));
        return call(() -> handOvers.handOver(made.id()));
    }

    List<DirectDebitDetails> of(UUID batch) {
        return call(() -> debits.debits(
                        Query.where(Filter.equal("batchId", batch.toString())).orderBy("amountMinor", false)))
                .rows();
    }

    DirectDebitDetails only(UUID batch) {
        return of(batch).get(0);
    }

    /** Some days after the collection, takes in what the bank tells, and posts it. */
    void bank(CamtFile file, String before, String after) {
        today(START.plusDays(21));
        files++;
        call(() -> statements.take(
                BankFile.camt(file.id("S-" + files).balances(before, after).bytes())));
        while (call(() -> posting.postNext(500)) > 0) {}
    }

    List<String> movementStates() {
        return call(() -> movements.list(Query.all().orderBy("bookedOn", false))).rows().stream()
                .map(BankTransactionDetails::state)
                .toList();
    }

    /** Money that comes in and pays what the account owes. */
    PaymentDetails pay(UUID account, String amount, String processorId) {
        return call(() -> payments.record(new PaymentData(
                account, Money.of(amount, "EUR"), "bankTransfer", processorId, null, null, null, null)));
    }

    /** What the account has to its credit. */
    long credit(UUID account) {
        return call(() -> ledger.balances(List.of(account))).stream()
                .mapToLong(AccountBalance::creditMinor)
                .sum();
    }

    /** What the account owes. */
    long due(UUID account) {
        return call(() -> ledger.balances(List.of(account))).stream()
                .mapToLong(AccountBalance::dueMinor)
                .sum();
    }

    /** What a ledger account of the tenant has come to. */
    long balance(LedgerAccount account) {
        return call(() -> ledger.trialBalance(TODAY.get())).accounts().stream()
                .filter(each -> each.account() == account)
                .mapToLong(TrialBalance.Row::balanceMinor)
                .sum();
    }

    static Connection superuser() throws SQLException {
        return SERVER.superuser();
    }

    boolean isBalanced() {
        return call(() -> ledger.trialBalance(TODAY.get())).differences().isEmpty();
    }

    static long count(Queue<String> told, String... words) {
        return told.stream()
                .filter(each -> List.of(words).stream().allMatch(each::contains))
                .count();
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(PaymentGateway.class, StripeGateway.class);
        server.bind(Secrets.class, new AesGcmSecrets(List.of(Base64.getEncoder().encodeToString(new byte[32]))));
        server.bind(AuditTrail.class, (action, entity, id, detail) -> AUDIT.add(action + " " + id + " " + detail));
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + data));
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return TODAY.get().atTime(12, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
            }
        });
        return server;
    }
}
