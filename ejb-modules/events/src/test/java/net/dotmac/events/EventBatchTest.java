package net.dotmac.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.events.persistence.TransactionalOutbox;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import org.junit.jupiter.api.Test;

/** Consumers get what concerns them, in order, in batches of their size, and go on where they stopped. */
class EventBatchTest {

    private static final String HIS = "test.facts.happened.v1";
    private static final String OTHERS = "test.others.happened.v1";
    private static final DomainServer SERVER = new DomainServer().bind(BusinessClock.class, new SystemDay());

    private final UUID tenant = Ids.next();
    private final EventBatch batch = SERVER.get(EventBatch.class);
    private final Recorder consumer = new Recorder();

    @Test
    void aBatchHoldsNoMoreThanTheConsumerAsksFor() {
        log(HIS, 7);
        assertEquals(EventBatch.Outcome.MORE, handle());
        assertEquals(List.of("1 2 3"), consumer.sets);
        assertEquals(EventBatch.Outcome.MORE, handle());
        assertEquals(EventBatch.Outcome.DONE, handle());
        assertEquals(List.of("1 2 3", "4 5 6", "7"), consumer.sets);
        assertEquals(EventBatch.Outcome.DONE, handle());
        assertEquals(3, consumer.sets.size());
    }

    @Test
    void othersEventsAreSteppedOverInOneGo() {
        log(OTHERS, 900);
        log(HIS, 2);
        assertEquals(EventBatch.Outcome.DONE, handle());
        assertEquals(List.of("1 2"), consumer.sets);
    }

    @Test
    void aSetThatFailsIsHandledOneByOneUpToTheOneAtFault() {
        log(HIS, 3);
        consumer.cannot = "2";
        assertThrows(EventBatch.SetFailed.class, this::handle);
        EventBatch.HandlingFailed failed = assertThrows(
                EventBatch.HandlingFailed.class, () -> SERVER.call(tenant, () -> batch.handleEach(consumer)));
        assertEquals("2", failed.event().aggregateId());
        assertEquals(
                List.of("1"), failed.before().stream().map(Event::aggregateId).toList());
        consumer.cannot = null;
        consumer.sets.clear();
        handle();
        assertEquals(List.of("1 2 3"), consumer.sets, "nothing of the failed tries may have been kept");
    }

    @Test
    void factsRecordedTogetherKeepTheirOrderAndData() {
        SERVER.run(tenant, () -> SERVER.get(TransactionalOutbox.class)
                .recordAll(
                        HIS,
                        List.of(
                                new Outbox.Fact("a", Map.of("name", "Ünï \"code\" \\ {x}")),
                                new Outbox.Fact("b", Map.of("amount", 5)))));
        toLog();
        handle();
        assertEquals(List.of("a b"), consumer.sets);
        assertEquals("Ünï \"code\" \\ {x}", consumer.last.get(0).text("name"));
        assertEquals("5", consumer.last.get(1).text("amount"));
    }

    private EventBatch.Outcome handle() {
        return SERVER.call(tenant, () -> batch.handle(consumer));
    }

    private void log(String type, int count) {
        SERVER.run(tenant, () -> {
            List<Outbox.Fact> facts = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                facts.add(new Outbox.Fact(String.valueOf(i), Map.of("n", i)));
            }
            SERVER.get(TransactionalOutbox.class).recordAll(type, facts);
        });
        toLog();
    }

    /** What the relay does with its own role. */
    private static void toLog() {
        try (Connection superuser = SERVER.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("with taken as (delete from events.outbox returning *) insert into events.event_log "
                    + "(tenant_id, position, id, type, aggregate_id, actor, correlation_id, occurred_at, data) "
                    + "select tenant_id, (select coalesce(max(position), 0) from events.event_log) "
                    + "+ row_number() over (order by id), id, type, aggregate_id, actor, correlation_id, occurred_at, data "
                    + "from taken");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Today by the system. */
    private static final class SystemDay implements BusinessClock {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }

    /** Notes what it is given. */
    private static final class Recorder implements EventConsumer {
        private final List<String> sets = new ArrayList<>();
        private List<Event> last = List.of();
        private String cannot;

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public boolean handles(String type) {
            return type.equals(HIS);
        }

        @Override
        public void handle(Event event) {
            handleAll(List.of(event));
        }

        @Override
        public void handleAll(List<Event> events) {
            if (events.stream().anyMatch(event -> event.aggregateId().equals(cannot))) {
                throw new IllegalStateException("cannot handle " + cannot);
            }
            last = events;
            sets.add(String.join(" ", events.stream().map(Event::aggregateId).toList()));
        }

        @Override
        public int batchSize() {
            return 3;
        }
    }
}
