package net.dotmac.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.InvoiceSettlements;
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
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.payments.domain.CamtFile;
import org.junit.jupiter.api.Test;

/** Statements become payments once, or a work list, on a real database. */
class BankStatementTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final DomainServer SERVER = server();
    private static final String ANNAS = "DE89370400440532013000";

    private final UUID tenant = Ids.next();
    private final BankStatementService statements = SERVER.get(BankStatementService.class);
    private final BankTransactionService movements = SERVER.get(BankTransactionService.class);
    private final BankPostingService posting = SERVER.get(BankPostingService.class);
    private final PaymentService payments = SERVER.get(PaymentService.class);
    private final LedgerService ledger = SERVER.get(LedgerService.class);
    private final Map<UUID, String> numbers = new HashMap<>();
    private final UUID anna = account("Anna Müller");

    @Test
    void whatQuotesItsDebtIsPostedAndTheRestWaits() {
        UUID invoice = invoice(anna, "39.90", "2027-05-01");
        take(new CamtFile()
                .balances("0.00", "77.30")
                .paid("39.90", "2027-05-19", "R1", "Anna Mueller", ANNAS, "Kunde " + numbers.get(anna))
                .paid("39.90", "2027-05-19", "R2", "Somebody", "DE77", "no idea")
                .spent("2.50", "2027-05-20", "R3", "Fee"));
        post(500);
        assertEquals(List.of("matched", "open", "open"), states());
        assertEquals(0, open(invoice));
        PaymentDetails payment = payment(0);
        assertEquals(invoice, payment.allocations().get(0).invoiceId());
        assertEquals("bankTransfer", payment.method());
        assertEquals(LocalDate.of(2027, 5, 19), payment.receivedOn());
        assertTrue(EVENTS.stream()
                .anyMatch(each -> each.startsWith("payments.payments.recorded.v1")
                        && each.contains(payment.id().toString())));
        assertTrue(EVENTS.stream()
                .anyMatch(each -> each.startsWith("payments.transactions.matched.v1")
                        && each.contains(payment.id().toString())));
        assertBalanced();
    }

    @Test
    void theSameFileTwiceAndTheSameMovementInAnotherFileHaveOneEffect() {
        invoice(anna, "39.90", "2027-05-01");
        CamtFile file = new CamtFile()
                .balances("0.00", "49.90")
                .paid("39.90", "2027-05-19", "R1", "Anna", ANNAS, numbers.get(anna))
                .paid("5.00", "2027-05-19", null, "B", "DE1", "alike")
                .paid("5.00", "2027-05-19", null, "B", "DE1", "alike");
        UUID first = take(file).get(0).id();
        assertEquals(first, take(file).get(0).id());
        post(500);
        assertEquals(first, take(file).get(0).id());
        CamtFile overlapping = new CamtFile()
                .id("STMT-2")
                .balances("0.00", "50.90")
                .paid("39.90", "2027-05-19", "R1", "Anna", ANNAS, numbers.get(anna))
                .paid("5.00", "2027-05-19", null, "B", "DE1", "alike")
                .paid("5.00", "2027-05-19", null, "B", "DE1", "alike")
                .paid("1.00", "2027-05-20", null, "B", "DE1", "alike");
        BankStatementDetails second = take(overlapping).get(0);
        assertEquals(3, second.known());
        assertEquals(1, second.waiting());
        post(500);
        assertEquals(4, all().size());
        assertEquals(1, payments().size());
        DomainException refused = assertThrows(
                DomainException.class,
                () -> take(new CamtFile().balances("0.00", "1.00").paid("1.00", "2027-05-20", "X", "B", "DE1", "")));
        assertEquals(PaymentProblem.STATEMENT_DIFFERS, refused.problem());
    }

    @Test
    void aBrokenFileLeavesNothing() {
        byte[] whole = new CamtFile()
                .balances("0.00", "1.00")
                .paid("1.00", "2027-05-20", "X", "B", "DE1", "")
                .bytes();
        assertThrows(
                DomainException.class,
                () -> call(() -> statements.take(BankFile.camt(java.util.Arrays.copyOf(whole, whole.length - 9)))));
        assertEquals(List.of(), all());
        assertEquals(0, call(() -> statements.list(Query.all())).total());
    }

    @Test
    void manyAtOncePostEachOnce() throws Exception {
        List<UUID> invoices = new ArrayList<>();
        CamtFile file = new CamtFile().balances("0.00", "200.00");
        for (int i = 0; i < 20; i++) {
            invoices.add(invoice(anna, "10.00", "2027-05-01"));
            file.paid("10.00", "2027-05-19", "R" + i, "Anna", ANNAS, numbers.get(anna));
        }
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> take(file));
        }
        atOnce(work);
        work.clear();
        for (int i = 0; i < 4; i++) {
            work.add(() -> {
                while (call(() -> posting.postNext(3)) > 0) {}
                return 0;
            });
        }
        atOnce(work);
        assertEquals(20, payments().size());
        invoices.forEach(each -> assertEquals(0, open(each)));
        assertBalanced();
    }

    @Test
    void aReturnTakesItsPaymentBack() {
        UUID invoice = invoice(anna, "39.90", "2027-05-01");
        take(new CamtFile()
                .balances("0.00", "39.90")
                .paidAs("E2E-7", "39.90", "2027-05-18", "R1", "Anna", numbers.get(anna)));
        post(500);
        assertEquals(0, open(invoice));
        take(new CamtFile()
                .id("STMT-2")
                .balances("39.90", "-39.90")
                .returned("E2E-7", "39.90", "2027-05-19", "R2", "MD06")
                .returned("E2E-8", "39.90", "2027-05-19", "R3", "AC04"));
        post(500);
        assertEquals(List.of("matched", "matched", "open"), states());
        assertEquals(3990, open(invoice));
        assertTrue(payments().get(0).reversalReason().contains("MD06, the payer wants it back"));
        UUID returned = all().get(1).id();
        assertThrows(DomainException.class, () -> call(() -> movements.undo(returned)));
        UUID other = all().get(2).id();
        UUID reversed = payments().get(0).id();
        assertThrows(DomainException.class, () -> call(() -> movements.takeBack(other, reversed)));
        UUID late = call(() -> payments.record(
                        new PaymentData(anna, Money.of("38.00", "EUR"), "directDebit", null, null, null, TODAY, null)))
                .id();
        assertEquals("matched", call(() -> movements.takeBack(other, late)).state());
        assertEquals(3990, open(invoice));
        assertBalanced();
    }

    @Test
    void suggestionsFindNamesAmountsAndWhoPaidBefore() {
        UUID bob = account("Böhm & Söhne GmbH");
        invoice(anna, "20.00", "2027-05-01");
        UUID bobs = invoice(bob, "55.55", "2027-05-01");
        take(new CamtFile()
                .balances("0.00", "95.55")
                .paid("20.00", "2027-05-18", "R1", "MUELLER ANNA", ANNAS, numbers.get(anna))
                .paid("20.00", "2027-05-19", "R2", "X", ANNAS, "again")
                .paid("55.55", "2027-05-19", "R3", "BOHM UND SOEHNE", "DE9", "internet"));
        post(500);
        List<UUID> ids = all().stream().map(BankTransactionDetails::id).toList();
        Map<UUID, List<BankSuggestion>> found = call(() -> movements.suggestions(ids));
        assertEquals(2, found.size());
        assertEquals(List.of("paidBefore"), found.get(all().get(1).id()).get(0).reasons());
        BankSuggestion suggestion = found.get(all().get(2).id()).get(0);
        assertEquals(bob, suggestion.billingAccountId());
        assertEquals(bobs, suggestion.invoiceId());
        assertEquals(List.of("amount", "name"), suggestion.reasons());
        assertEquals(5555, suggestion.dueMinor());
    }

    @Test
    void staffDecideAndUndo() {
        UUID bob = account("Bob");
        UUID annas = invoice(anna, "30.00", "2027-05-01");
        UUID bobs = invoice(bob, "20.00", "2027-05-01");
        take(new CamtFile().balances("0.00", "50.00").paid("50.00", "2027-05-19", "R1", "C", "DE5", "for both"));
        post(500);
        UUID id = all().get(0).id();
        assertThrows(
                DomainException.class,
                () -> call(() -> movements.split(
                        id,
                        new BankSplit(
                                List.of(new BankSplit.Part(anna, annas, 3000), new BankSplit.Part(bob, null, 1999))))));
        assertThrows(DomainException.class, () -> call(() -> movements.match(id, bob, annas)));
        assertEquals("parked", call(() -> movements.park(id, "asked C")).state());
        BankTransactionDetails split = call(() -> movements.split(
                id,
                new BankSplit(List.of(new BankSplit.Part(anna, annas, 3000), new BankSplit.Part(bob, bobs, 2000)))));
        assertEquals(2, split.matches().size());
        assertEquals(0, open(annas) + open(bobs));
        assertThrows(DomainException.class, () -> call(() -> movements.match(id, anna, null)));
        assertEquals("open", call(() -> movements.undo(id)).state());
        assertEquals(5000, open(annas) + open(bobs));
        assertEquals("matched", call(() -> movements.match(id, bob, null)).state());
        assertEquals(0, open(bobs));
        call(() -> movements.undo(id));
        assertEquals(
                "ignored", call(() -> movements.ignore(id, "our own transfer")).state());
        assertThrows(DomainException.class, () -> call(() -> movements.park(id, "x")));
        assertEquals("open", call(() -> movements.undo(id)).state());
        assertThrows(DomainException.class, () -> call(() -> movements.undo(id)));
        assertThrows(DomainException.class, () -> call(() -> movements.park(id, " ")));
        assertEquals(List.of(new BankTotal("open", "EUR", 1, 5000, 0)), call(movements::totals));
        assertBalanced();
    }

    @Test
    void oneClickOfTwoWins() throws Exception {
        take(new CamtFile().balances("0.00", "50.00").paid("50.00", "2027-05-19", "R1", "C", "DE5", "x"));
        post(500);
        UUID id = all().get(0).id();
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(() -> {
                try {
                    return call(() -> movements.match(id, anna, null)).state();
                } catch (DomainException e) {
                    return e.problem();
                }
            });
        }
        List<Object> outcomes = atOnce(clicks);
        assertEquals(1, outcomes.stream().filter("matched"::equals).count(), outcomes.toString());
        assertEquals(1, payments().size());
    }

    @Test
    void aCsvFileIsTakenAsWell() {
        UUID invoice = invoice(anna, "39.90", "2027-05-01");
        String csv = "Buchungstag;Verwendungszweck;Name;IBAN;Betrag\n19.05.2027;" + numbers.get(anna) + ";Anna;" + ANNAS
                + ";39,90\n";
        BankFile file = BankFile.csv(csv.getBytes(StandardCharsets.UTF_8), "DE02120300000000202051", "EUR");
        UUID first = call(() -> statements.take(file)).get(0).id();
        assertEquals(first, call(() -> statements.take(file)).get(0).id());
        post(500);
        assertEquals(0, open(invoice));
    }

    @Test
    void aMovementThatCannotBePostedIsLeftToStaff() {
        take(new CamtFile()
                .balances("0.00", "3.00")
                .paid("1.00", "2027-05-18", "R1", "C", "DE5", "x")
                .paid("2.00", "2027-05-19", "R2", "C", "DE5", "x"));
        call(() -> {
            posting.setNextAside("Could not be posted: no reason");
            return null;
        });
        assertEquals(List.of("open", "new"), states());
        assertEquals("Could not be posted: no reason", all().get(0).note());
        assertEquals(1, call(() -> posting.postNext(10)));
    }

    private List<BankStatementDetails> take(CamtFile file) {
        return call(() -> statements.take(BankFile.camt(file.bytes())));
    }

    private void post(int atMost) {
        while (call(() -> posting.postNext(atMost)) > 0) {}
    }

    private List<BankTransactionDetails> all() {
        return call(() -> movements.list(Query.all().orderBy("bookedOn", false)))
                .rows();
    }

    private List<String> states() {
        return all().stream().map(BankTransactionDetails::state).toList();
    }

    private PaymentDetails payment(int index) {
        UUID id = all().get(index).matches().get(0).paymentId();
        return call(() -> payments.get(id));
    }

    private List<PaymentDetails> payments() {
        return call(() -> payments.list(Query.where(Filter.equal("method", "bankTransfer"))))
                .rows();
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

    private UUID invoice(UUID account, String gross, String dueOn) {
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

    private UUID account(String name) {
        return call(() -> {
            UUID customer = SERVER.get(CustomerService.class)
                    .create(new CustomerData(null, name, CustomerKind.HOUSEHOLD, null, null, null, null, "en", null))
                    .id();
            var account = SERVER.get(BillingAccountService.class)
                    .create(new BillingAccountData(null, "Home", customer, "EUR", 1, 14, null));
            numbers.put(account.id(), account.number());
            return account.id();
        });
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
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
