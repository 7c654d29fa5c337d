package net.dotmac.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.AccountBalance;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import org.junit.jupiter.api.Test;

/** Every payment case that was worked by hand, on a real database. */
class PaymentServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final DomainServer SERVER = server();

    private final UUID tenant = Ids.next();
    private final UUID account = account();
    private final PaymentService payments = SERVER.get(PaymentService.class);
    private final LedgerService ledger = SERVER.get(LedgerService.class);

    @Test
    void partsArePaidUntilTheInvoiceIsSettled() {
        UUID invoice = invoice("100.00", "2027-05-01");
        PaymentDetails first = pay("60.00", "bank-1", null);
        assertEquals(4000, open(invoice));
        assertEquals(List.of(new PaymentDetails.Allocation(invoice, 6000)), first.allocations());
        pay("40.00", "bank-2", null);
        assertEquals(0, open(invoice));
        assertBalanced();
    }

    @Test
    void whatIsDueFirstIsSettledFirstUnlessAnInvoiceIsNamed() {
        UUID old = invoice("50.00", "2027-04-01");
        UUID young = invoice("50.00", "2027-05-01");
        pay("60.00", "a", null);
        assertEquals(0, open(old));
        assertEquals(4000, open(young));
        UUID youngest = invoice("30.00", "2027-05-10");
        call(() -> payments.record(data("30.00", "b", null, youngest)));
        assertEquals(4000, open(young));
        assertEquals(0, open(youngest));
        assertBalanced();
    }

    @Test
    void anOverpaymentStaysAsCreditAndNothingIsLost() {
        UUID invoice = invoice("100.00", "2027-05-01");
        PaymentDetails payment = pay("100.01", "over", null);
        assertEquals(0, open(invoice));
        assertEquals(1, payment.creditMinor());
        AccountBalance balance = call(() -> ledger.balances(List.of(account))).get(0);
        assertEquals(0, balance.dueMinor());
        assertEquals(1, balance.creditMinor());
        assertBalanced();
    }

    @Test
    void theSamePaymentIsOneWhoeverTellsItAgain() {
        UUID invoice = invoice("100.00", "2027-05-01");
        PaymentDetails first = pay("60.00", "proc-1", "key-1");
        assertEquals(first, pay("60.00", "proc-1", null));
        assertEquals(first, pay("60.00", null, "key-1"));
        assertEquals(first, pay("60.00", "proc-1", "key-1"));
        assertEquals(4000, open(invoice));
        DomainException refused = assertThrows(DomainException.class, () -> pay("61.00", "proc-1", null));
        assertEquals(PaymentProblem.DIFFERS, refused.problem());
        assertEquals(
                1,
                call(() -> payments.list(Query.where(Filter.equal("processorId", "proc-1"))))
                        .total());
        assertEquals(
                1,
                EVENTS.stream()
                        .filter(event -> event.contains(first.id().toString()))
                        .count());
    }

    @Test
    void theSamePaymentToldAtOnceIsOne() throws Exception {
        UUID invoice = invoice("100.00", "2027-05-01");
        List<Callable<PaymentDetails>> tellers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tellers.add(() -> pay("60.00", "at-once", null));
        }
        List<PaymentDetails> answers = atOnce(tellers);
        assertEquals(1, answers.stream().map(PaymentDetails::id).distinct().count());
        assertEquals(4000, open(invoice));
        assertBalanced();
    }

    /** An invoice of a run for a day to come is settled on its day, and so is that taken back. */
    @Test
    void aReversalBeforeTheInvoicesDayLeavesEveryDayBalanced() {
        UUID invoice = invoice("100.00", "2027-07-14");
        PaymentDetails payment = pay("100.00", "too-early", null);
        call(() -> payments.reverse(payment.id(), "returned by the bank"));
        assertEquals(10_000, open(invoice));
        assertBalanced();
        assertEquals(
                List.of(),
                call(() -> ledger.trialBalance(LocalDate.of(2027, 7, 31))).differences());
    }

    @Test
    void aReversedPaymentOpensWhatItSettled() {
        UUID invoice = invoice("100.00", "2027-05-01");
        PaymentDetails payment = pay("100.01", "returned", null);
        PaymentDetails reversed = call(() -> payments.reverse(payment.id(), "returned by the bank"));
        assertEquals("reversed", reversed.state());
        assertEquals(0, reversed.creditMinor());
        assertEquals(List.of(), reversed.allocations());
        assertEquals(10_000, open(invoice));
        assertEquals(reversed, call(() -> payments.reverse(payment.id(), "again")));
        assertBalanced();
        assertTrue(EVENTS.stream()
                .anyMatch(event -> event.startsWith("payments.payments.reversed.v1")
                        && event.contains(payment.id().toString())));
    }

    @Test
    void theBalanceHoldsUnderConcurrency() throws Exception {
        pay("100.00", "start", null);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = "c" + i;
            work.add(() -> pay("25.00", id, null));
            work.add(() -> {
                UUID invoice = invoice("10.00", "2027-05-01");
                SERVER.run(tenant, () -> ledger.settle(account, invoice, TODAY));
                return invoice;
            });
        }
        atOnce(work);
        SERVER.run(tenant, () -> ledger.settle(account, null, TODAY));
        AccountBalance balance = call(() -> ledger.balances(List.of(account))).get(0);
        assertEquals(17_500, balance.creditMinor());
        assertEquals(0, balance.dueMinor());
        assertBalanced();
    }

    @Test
    void refusesWhatIsNoPayment() {
        assertThrows(DomainException.class, () -> pay("0", "zero", null));
        assertThrows(DomainException.class, () -> pay("-5.00", "negative", null));
        assertThrows(
                DomainException.class,
                () -> call(() -> payments.record(
                        new PaymentData(account, Money.of("5", "NZD"), "cash", null, null, null, TODAY, null))));
        assertThrows(
                DomainException.class,
                () -> call(() -> payments.record(
                        new PaymentData(Ids.next(), Money.of("5", "EUR"), "cash", null, null, null, TODAY, null))));
        assertThrows(
                DomainException.class,
                () -> call(() -> payments.record(
                        new PaymentData(account, Money.of("5", "EUR"), "shells", null, null, null, TODAY, null))));
        assertThrows(
                DomainException.class,
                () -> call(() -> payments.record(new PaymentData(
                        account, Money.of("5", "EUR"), "cash", null, null, null, TODAY.plusDays(1), null))));
        assertThrows(DomainException.class, () -> call(() -> payments.reverse(Ids.next(), "unknown")));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private PaymentDetails pay(String amount, String processorId, String key) {
        return call(() -> payments.record(data(amount, processorId, key, null)));
    }

    private PaymentData data(String amount, String processorId, String key, UUID invoice) {
        return new PaymentData(account, Money.of(amount, "EUR"), "bankTransfer", processorId, key, null, null, invoice);
    }

    private UUID invoice(String gross, String dueOn) {
        UUID id = Ids.next();
        LocalDate due = LocalDate.parse(dueOn);
        SERVER.run(
                tenant,
                () -> ledger.bookDocuments(List.of(new DocumentPosting(
                        id,
                        account,
                        "EUR",
                        List.of(new DocumentPosting.Part(
                                "none 0", Money.of(gross, "EUR").minor(), 0)),
                        due.minusDays(14),
                        due))));
        return id;
    }

    private long open(UUID invoice) {
        return call(() -> ledger.items(List.of(invoice))).get(invoice).openMinor();
    }

    private void assertBalanced() {
        for (LocalDate day : List.of(TODAY, TODAY.minusDays(1), LocalDate.of(2027, 5, 1))) {
            assertEquals(List.of(), call(() -> ledger.trialBalance(day)).differences(), day.toString());
        }
    }

    private <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    private UUID account() {
        return call(() -> {
            UUID customer = SERVER.get(CustomerService.class)
                    .create(new CustomerData(null, "Anna", CustomerKind.HOUSEHOLD, null, null, null, null, "en", null))
                    .id();
            return SERVER.get(BillingAccountService.class)
                    .create(new BillingAccountData(null, "Home", customer, "EUR", 1, 14, null))
                    .id();
        });
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(AuditTrail.class, (action, entity, id, detail) -> {});
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + data));
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return TODAY.atTime(12, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
            }
        });
        return server;
    }
}
