package net.dotmac.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounting on a real database: past 4 GiB, again, late, shuffled, at once. */
class RadiusAccountingTest {

    private static final Instant NOW = Instant.parse("2027-05-20T10:00:00Z");
    private static final DomainServer SERVER = server();

    private final UUID tenant = Ids.next();
    private final UUID product = product();
    private final RadiusAccountingService accounting = SERVER.get(RadiusAccountingService.class);

    @Test
    void countersGoPastFourGibibytes() {
        take(event("s", "start", 0, 0, 0), event("s", "interim", 60, 4_294_967_295L, 0));
        assertEquals(new BigDecimal("4.29496729"), total());
        take(event("s", "interim", 120, 4_294_967_296L, 10));
        assertEquals(new BigDecimal("4.29496730"), total());
        take(event("s", "stop", 180, 9_000_000_000_000L, 1_000_000_000_000L));
        assertEquals(new BigDecimal("10000.00000000"), total());
        RadiusSessionDetails session =
                call(() -> accounting.sessions(Query.all())).rows().get(0);
        assertFalse(session.isOpen());
        assertEquals(new BigDecimal("10000000000000"), session.octets());
    }

    @Test
    void whatIsRepeatedOrLateAddsNothingTwice() {
        assertEquals(
                List.of("accepted", "accepted"),
                take(event("s", "start", 0, 0, 0), event("s", "interim", 60, 5_000, 0)));
        assertEquals(List.of("accepted"), take(event("s", "stop", 300, 90_000, 10_000)));
        assertEquals(
                List.of("duplicate", "accepted", "duplicate"),
                take(
                        event("s", "interim", 60, 5_000, 0),
                        event("s", "interim", 120, 9_000, 0),
                        event("s", "stop", 300, 90_000, 10_000)));
        assertEquals(new BigDecimal("0.00010000"), total());
    }

    @Test
    void aStartBeginsTheCountersAnew() {
        take(event("s", "start", 0, 0, 0), event("s", "interim", 60, 50_000, 0));
        take(event("s", "interim", 180, 20_000, 0));
        assertEquals(new BigDecimal("0.00005000"), total());
        take(event("s", "start", 120, 0, 0));
        assertEquals(new BigDecimal("0.00007000"), total());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        RadiusEvent good = event("s", "start", 0, 0, 0);
        assertEquals(List.of("accepted"), take(good));
        assertEquals(
                List.of("refused", "refused", "refused", "refused", "refused", "refused", "refused"),
                take(
                        new RadiusEvent("", "s", product, "stop", NOW, 0, 0, 0, 0, 0),
                        new RadiusEvent("n", "s", product, "halt", NOW, 0, 0, 0, 0, 0),
                        new RadiusEvent("n", "s", product, "stop", NOW.minusSeconds(94 * 86_400), 0, 0, 0, 0, 0),
                        new RadiusEvent("n", "s", product, "stop", NOW, 0, 1L << 32, 0, 0, 0),
                        new RadiusEvent("n", "s", product, "stop", NOW, 0, 0, 1L << 31, 0, 0),
                        new RadiusEvent("n", "s", Ids.next(), "stop", NOW, 0, 0, 0, 0, 0),
                        new RadiusEvent("nas-1", "s", product(), "stop", NOW, 0, 1, 0, 0, 0)));
        assertEquals(1, call(() -> accounting.sessions(Query.all())).total());
    }

    /** Some events come twice, in any order, in deliveries of any size: the sum is always that of all of them in order. */
    @Test
    @Tag("property")
    void inAnyOrderTheSumIsTheSame() {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<RadiusEvent> events = new ArrayList<>();
            long expected = 0;
            for (int s = 0; s < 3; s++) {
                expected += life(random, seed + "-" + s, events);
            }
            for (int i = events.size(); i > 0; i -= 3) {
                events.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(events, random);
            BigDecimal before = total();
            while (!events.isEmpty()) {
                List<RadiusEvent> some = events.subList(0, 1 + random.nextInt(Math.min(9, events.size())));
                take(some.toArray(RadiusEvent[]::new));
                some.clear();
            }
            assertEquals(
                    BigDecimal.valueOf(expected, 9).setScale(8, java.math.RoundingMode.DOWN),
                    total().subtract(before),
                    "seed " + seed);
        }
    }

    @Test
    void manyAtOnceCountEachOnce() throws Exception {
        List<RadiusEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(event("s" + i % 3, "interim", i, i * 1_000_000L, 0));
        }
        List<Callable<Object>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            List<RadiusEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(thread));
            work.add(() -> take(shuffled.toArray(RadiusEvent[]::new)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Object> each : pool.invokeAll(work)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(new BigDecimal("0.17400000"), total());
    }

    /** One or two lives of a session, with counters that grow; returns their octets, tens so that nothing is rounded. */
    private long life(Random random, String session, List<RadiusEvent> events) {
        long octets = 0;
        long second = random.nextInt(100);
        for (int part = 0; part <= random.nextInt(2); part++) {
            long in = 0;
            long out = 0;
            events.add(event(session, "start", second, 0, 0));
            for (int i = random.nextInt(6); i > 0; i--) {
                second += 1 + random.nextInt(600);
                in += 10L * random.nextInt(Integer.MAX_VALUE);
                out += 10L * random.nextInt(1000);
                events.add(event(session, "interim", second, in, out));
            }
            second += 1 + random.nextInt(600);
            events.add(event(session, "stop", second, in, out));
            octets += in + out;
            second += 1 + random.nextInt(600);
        }
        return octets;
    }

    private RadiusEvent event(String session, String kind, long second, long in, long out) {
        long word = 1L << 32;
        return new RadiusEvent(
                "nas-1",
                session,
                product,
                kind,
                NOW.minusSeconds(86_400 - second),
                second,
                in % word,
                in / word,
                out % word,
                out / word);
    }

    private List<String> take(RadiusEvent... events) {
        List<RadiusEntry> entries = new ArrayList<>();
        for (RadiusEvent event : events) {
            entries.add(new RadiusEntry(entries.size() + 1, event, null));
        }
        return call(() -> accounting.take(entries)).stream()
                .map(UsageOutcome::outcome)
                .toList();
    }

    private BigDecimal total() {
        return call(() -> SERVER.get(UsageService.class)
                        .totals(List.of(product), NOW.minusSeconds(864_000), NOW.plusSeconds(864_000)))
                .stream()
                .map(UsageTotal::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
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
        server.bind(Outbox.class, (type, aggregateId, data) -> {});
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
