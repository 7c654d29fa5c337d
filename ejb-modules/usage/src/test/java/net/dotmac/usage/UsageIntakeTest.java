package net.dotmac.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.Test;

/** Deliveries of records on a real database: again, at once, in part, and wrong. */
class UsageIntakeTest {

    private static final Instant NOW = Instant.parse("2027-05-20T10:00:00Z");
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final DomainServer SERVER = server();
    private static final String HEAD = "sourceId,productId,unitOfMeasure,quantity,usedAt\n";

    private final UUID tenant = Ids.next();
    private final UUID product = product();
    private final UsageIntakeService intake = SERVER.get(UsageIntakeService.class);

    @Test
    void eachRecordIsAcceptedADuplicateOrRefused() {
        assertEquals(List.of("1 accepted", "2 accepted"), take(record("a", "1.5"), record("b", "2")));
        List<UsageEntry> entries = List.of(
                entry(1, record("a", "1.50000000")),
                entry(2, record("b", "3")),
                entry(3, record("c", "4")),
                entry(4, record("c", "4")),
                entry(5, record("c", "5")),
                entry(6, record("d", "-1")),
                entry(7, new UsageRecord("test", "e", Ids.next(), "GB", BigDecimal.ONE, NOW)),
                entry(8, new UsageRecord("test", "f", product, "GB", BigDecimal.ONE, NOW.minusSeconds(94 * 86_400L))),
                entry(9, new UsageRecord("test", "g", product, "GB", BigDecimal.ONE, NOW.plusSeconds(2 * 86_400L))),
                new UsageEntry(10, null, "no record"));
        UsageReceipt receipt = call(() -> intake.take(entries));
        assertEquals(
                List.of(
                        "1 duplicate",
                        "2 refused",
                        "3 accepted",
                        "4 duplicate",
                        "5 refused",
                        "6 refused",
                        "7 refused",
                        "8 refused",
                        "9 refused",
                        "10 refused"),
                words(receipt));
        assertEquals(new BigDecimal("7.50000000"), total());
        UsageBatchDetails batch = call(() -> intake.batch(receipt.batch().id()));
        assertEquals(
                List.of(10, 1, 2, 7), List.of(batch.records(), batch.accepted(), batch.duplicates(), batch.refused()));
        List<UsageOutcome> refused = call(() -> intake.refused(batch.id()));
        assertEquals(7, refused.size());
        assertEquals("no record", refused.get(6).reason());
        assertTrue(
                refused.get(0).reason().contains("something else"),
                refused.get(0).reason());
        assertTrue(EVENTS.stream()
                .anyMatch(event -> event.startsWith("usage.records.received.v1")
                        && event.contains(batch.id().toString())));
    }

    @Test
    void anotherTenantSeesAndUsesNothingOfIt() {
        take(record("a", "1"));
        UUID batch = call(() -> intake.batches(Query.all())).rows().get(0).id();
        UUID other = Ids.next();
        assertThrows(DomainException.class, () -> SERVER.call(other, () -> intake.batch(batch)));
        assertThrows(DomainException.class, () -> SERVER.call(other, () -> intake.refused(batch)));
        UsageReceipt receipt = SERVER.call(other, () -> intake.take(List.of(entry(1, record("z", "1")))));
        assertEquals(List.of("1 refused"), words(receipt));
    }

    @Test
    void theSameRecordsFromManyAtOnceCountOnce() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.rangeClosed(1, 500).boxed().toList());
            Collections.shuffle(order, new java.util.Random(i));
            List<UsageEntry> entries =
                    order.stream().map(n -> entry(n, record("r" + n, "1"))).toList();
            work.add(() -> {
                start.await();
                return call(() -> intake.take(entries)).batch().accepted();
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            int accepted = 0;
            for (Future<Integer> each : pool.invokeAll(work)) {
                accepted += each.get();
            }
            assertEquals(500, accepted);
            assertEquals(0, new BigDecimal(500).compareTo(total()));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFileIsKeptWholeOrNotAtAll() {
        String good = "a," + product + ",GB,1.5,2027-05-19T12:00:00+02:00\n";
        DomainException refused = assertThrows(
                DomainException.class, () -> file(HEAD + good + "b," + product + ",GB,1e3,2027-05-19T10:00:00Z\nc"));
        assertEquals(UsageProblem.FILE_REFUSED, refused.problem());
        assertTrue(refused.getMessage().contains("line 3:"), refused.getMessage());
        assertTrue(refused.getMessage().contains("line 4:"), refused.getMessage());
        assertEquals(0, call(() -> intake.batches(Query.all())).total());
        assertEquals(1, file(HEAD + good).accepted());
        assertEquals(1, file(HEAD.replace(',', ';') + good.replace(',', ';')).duplicates());
        DomainException other = assertThrows(
                DomainException.class,
                () -> file(HEAD + good.replace("1.5", "2") + "b," + product + ",GB,1,2027-05-19T10:00:00Z"));
        assertTrue(other.getMessage().contains("line 2:"), other.getMessage());
        assertEquals(new BigDecimal("1.50000000"), total());
    }

    @Test
    void whatIsNoUsageFileIsRefused() {
        for (String text : List.of("", "\0", "a,b\n1,2\n", HEAD, "sourceId,sourceId\n", "\"", HEAD + "\"")) {
            DomainException refused = assertThrows(DomainException.class, () -> file(text), text);
            assertEquals(UsageProblem.FILE_REFUSED, refused.problem());
        }
    }

    private List<String> take(UsageRecord... records) {
        List<UsageEntry> entries = new ArrayList<>();
        for (UsageRecord record : records) {
            entries.add(entry(entries.size() + 1, record));
        }
        return words(call(() -> intake.take(entries)));
    }

    private UsageBatchDetails file(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return call(() -> intake.takeFile(new UsageFile("may.csv", "test", content)))
                .batch();
    }

    private static List<String> words(UsageReceipt receipt) {
        return receipt.outcomes().stream()
                .map(each -> each.position() + " " + each.outcome())
                .toList();
    }

    private UsageRecord record(String id, String quantity) {
        return new UsageRecord("test", id, product, "GB", new BigDecimal(quantity), NOW.minusSeconds(3600));
    }

    private static UsageEntry entry(int position, UsageRecord record) {
        return new UsageEntry(position, record, null);
    }

    private BigDecimal total() {
        Map<String, BigDecimal> totals = call(() -> SERVER.get(UsageService.class)
                        .totals(List.of(product), NOW.minusSeconds(864_000), NOW.plusSeconds(864_000)))
                .stream()
                .collect(Collectors.toMap(UsageTotal::unitOfMeasure, UsageTotal::quantity));
        return totals.get("GB");
    }

    private UUID product() {
        UUID id = Ids.next();
        SERVER.run(tenant, () -> SERVER.get(Database.class)
                .update(
                        "insert into services.product (tenant_id, id, name, status, customer_id, billing_account_id, "
                                + "offering_id, offering_name, quantity, start_on, created_at) "
                                + "values (?, ?, 'Fibre 1000', 'active', ?, ?, ?, 'Fibre', 1, ?, now())",
                        tenant,
                        id,
                        id,
                        id,
                        id,
                        LocalDate.of(2027, 1, 1)));
        return id;
    }

    private <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(AuditTrail.class, (action, entity, id, detail) -> {});
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + data));
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
            }
        });
        return server;
    }
}
