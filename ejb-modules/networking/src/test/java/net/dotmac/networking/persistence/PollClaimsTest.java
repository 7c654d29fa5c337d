package net.dotmac.networking.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.networking.persistence.PollStateRepository.Claimed;
import org.junit.jupiter.api.Test;

/** Pollers share out the devices that are due, on the real database. */
class PollClaimsTest {

    private static final DomainServer SERVER = new DomainServer();
    private static final int PATIENCE_SECONDS = 30;

    private final UUID tenant = Ids.next();
    private final PollStateRepository polls = SERVER.get(PollStateRepository.class);

    /** Both hold their claims in open transactions, so that neither is merely later than the other. */
    @Test
    void twoPollersGetEachDeviceOnce() throws Exception {
        Set<UUID> devices = devices(10, true);
        CyclicBarrier bothHaveClaimed = new CyclicBarrier(2);
        ExecutorService pollers = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<UUID>>> claims = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                claims.add(pollers.submit(() -> SERVER.call(tenant, () -> {
                    List<UUID> claimed = ids(polls.claim(6));
                    bothHaveClaimed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return claimed;
                })));
            }
            List<UUID> all = new ArrayList<>();
            for (Future<List<UUID>> claim : claims) {
                all.addAll(claim.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            assertEquals(10, all.size(), "a device was claimed twice or not at all");
            assertEquals(devices, new HashSet<>(all));
        } finally {
            pollers.shutdownNow();
        }
    }

    @Test
    void aClaimedDeviceIsNotDueBeforeItsNextTurn() {
        Set<UUID> devices = devices(3, true);
        assertEquals(devices, new HashSet<>(SERVER.call(tenant, () -> ids(polls.claim(10)))));
        assertEquals(List.of(), SERVER.call(tenant, () -> polls.claim(10)));
        Instant next = SERVER.call(tenant, () -> SERVER.get(Database.class)
                .first("select min(next_due_at) as at from networking.device_poll", row -> Database.instant(row, "at"))
                .orElseThrow());
        assertTrue(next.isAfter(Instant.now().plusSeconds(30)), "due again at " + next);
    }

    @Test
    void aClaimThatIsRolledBackIsFreeAgain() {
        Set<UUID> devices = devices(2, true);
        try {
            SERVER.run(tenant, () -> {
                polls.claim(10);
                throw new IllegalStateException("the poller died");
            });
        } catch (IllegalStateException expected) {
            assertEquals("the poller died", expected.getMessage());
        }
        assertEquals(devices, new HashSet<>(SERVER.call(tenant, () -> ids(polls.claim(10)))));
    }

    @Test
    void whatIsNotMonitoredOrAnothersIsNotClaimed() {
        devices(2, false);
        Set<UUID> own = devices(1, true);
        assertEquals(List.of(), SERVER.call(Ids.next(), () -> polls.claim(10)));
        assertEquals(own, new HashSet<>(SERVER.call(tenant, () -> ids(polls.claim(10)))));
    }

    private static List<UUID> ids(List<Claimed> claimed) {
        return claimed.stream().map(Claimed::deviceId).toList();
    }

    private Set<UUID> devices(int count, boolean monitored) {
        Set<UUID> ids = new HashSet<>();
        SERVER.run(tenant, () -> {
            Database database = SERVER.get(Database.class);
            for (int i = 0; i < count; i++) {
                UUID id = Ids.next();
                ids.add(id);
                database.update(
                        "insert into networking.device (tenant_id, id, name, device_class, address, snmp_port, "
                                + "snmp_version, credentials, monitored, poll_seconds, status, status_since, created_at) "
                                + "values (?, ?, ?, 'router', ?, 161, '2c', 'sealed', ?, 60, 'unknown', now(), now())",
                        CallContext.current().tenantId(),
                        id,
                        id.toString(),
                        "10.0." + (monitored ? 1 : 2) + "." + (i + 1),
                        monitored);
                polls.add(id);
            }
        });
        return ids;
    }
}
