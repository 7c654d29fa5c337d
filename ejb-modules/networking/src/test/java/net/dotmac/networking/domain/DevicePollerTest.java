package net.dotmac.networking.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.devtools.simulator.DeviceFault;
import net.dotmac.devtools.simulator.DeviceProfile;
import net.dotmac.devtools.simulator.DeviceSimulator;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.networking.domain.CounterRates.Verdict;
import net.dotmac.networking.domain.CounterReading.Counter;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls simulated devices over real SNMP; both sides read the same movable clock. */
class DevicePollerTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final SnmpCredentials PUBLIC = new SnmpCredentials.Community("public");
    private static final SnmpCredentials.User OPS = new SnmpCredentials.User(
            "ops", AuthProtocol.SHA256, "ops-auth-phrase", PrivProtocol.AES128, "ops-priv-phrase");

    private final MovableClock clock = new MovableClock();
    private final PollMemory memory = new PollMemory();
    private final SampleTaker taker = new SampleTaker(memory);
    private final Map<String, UUID> ids = new LinkedHashMap<>();
    private final Map<UUID, List<DeviceInterface>> stored = new ConcurrentHashMap<>();
    private TestConnector connector;
    private SnmpConnection snmp;
    private DeviceSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        connector = new TestConnector();
        snmp = connector.connect();
        List<DeviceProfile> profiles = new ArrayList<>();
        profiles.add(DeviceProfile.v2c("core", "127.65.0.1", 0, 12));
        profiles.add(DeviceProfile.v3("secure", "127.65.0.2", 0, 3, OPS));
        profiles.add(DeviceProfile.v2c("wrapping", "127.65.0.3", 0, 2).withCountersStartingAt(-1));
        profiles.add(DeviceProfile.v2c("old", "127.65.0.4", 0, 2).withUptime(Duration.ofSeconds(42_949_672 - 60)));
        for (int i = 0; i < 60; i++) {
            profiles.add(DeviceProfile.v2c("edge-" + i, "127.65.1." + (i + 1), 0, 2));
        }
        profiles.forEach(profile -> ids.put(profile.name(), UUID.randomUUID()));
        simulator = DeviceSimulator.start(profiles, null, clock);
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
        connector.close();
    }

    @Test
    void readsWhatADeviceIs() throws Exception {
        PolledDevice.Reached core = reached("core");
        assertEquals("core", core.sysName());
        assertEquals("1.3.6.1.4.1.8072.3.2.10", core.sysObjectId());
        assertEquals(360_000, core.clocks().uptimeHundredths());
        assertEquals(1, core.clocks().engineBoots());
        assertTrue(core.isComplete());
        assertEquals(12, core.interfaces().size());
        PolledInterface first = core.interfaces().get(0);
        assertEquals("ge-0/0/0", first.name());
        assertEquals("Uplink", first.alias());
        assertEquals("up", first.operStatus());
        assertEquals(64, first.bits());
        assertEquals(8, first.counters().size());
        assertNotNull(first.speedMbps());
    }

    @Test
    void asksV1AndV3Alike() throws Exception {
        assertEquals(3, reached("secure").interfaces().size());
        PolledDevice.Reached v1 =
                assertInstanceOf(PolledDevice.Reached.class, poll(task("core", SnmpVersion.V1, PUBLIC, 0)));
        assertEquals(12, v1.interfaces().size());
        assertEquals(32, v1.interfaces().get(0).bits());
        assertEquals("Uplink", v1.interfaces().get(0).alias());
    }

    @Test
    void aDeadDeviceCostsATimeoutAndHoldsUpNobody() throws Exception {
        simulator.fault("edge-0", new DeviceFault.Silent());
        List<PollTask> tasks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tasks.add(task("edge-" + i, SnmpVersion.V2C, PUBLIC, 2));
        }
        Map<UUID, PolledDevice> results = new ConcurrentHashMap<>();
        AtomicBoolean isDeadLast = new AtomicBoolean();
        new DevicePoller(snmp, clock, 5)
                .poll(tasks, result -> {
                    results.put(result.deviceId(), result);
                    isDeadLast.set(result instanceof PolledDevice.Unreached);
                })
                .get(10, TimeUnit.SECONDS);
        assertEquals(60, results.size());
        PolledDevice.Unreached dead = assertInstanceOf(PolledDevice.Unreached.class, results.get(ids.get("edge-0")));
        assertEquals(SnmpFailure.Kind.TIMEOUT, dead.failure().kind());
        assertEquals(
                59,
                results.values().stream()
                        .filter(PolledDevice.Reached.class::isInstance)
                        .count());
        assertTrue(isDeadLast.get(), "the live ones did not wait for it");
    }

    @Test
    void twoPollsMakeRatesThatMatchTheTraffic() throws Exception {
        assertEquals(Verdict.FIRST, sample("core").rates().verdict());
        clock.advance(Duration.ofSeconds(30));
        InterfaceSample second = sample("core");
        assertEquals(Verdict.COMPARED, second.rates().verdict());
        assertEquals(8, second.rates().perSecond().size());
        long speed = reached("core").interfaces().get(0).speedMbps() * 1_000_000L;
        long inBps = second.rates().bitsPerSecond(Counter.IN_OCTETS);
        assertTrue(inBps > speed / 200 && inBps < speed, inBps + " of " + speed);
    }

    @Test
    void aWrapIsNoSpike() throws Exception {
        simulator.fault("wrapping", new DeviceFault.Reboot(false));
        assertEquals(-1, sample("wrapping").reading().value(Counter.IN_OCTETS));
        clock.advance(Duration.ofSeconds(30));
        InterfaceSample after = sample("wrapping");
        assertTrue(after.reading().value(Counter.IN_OCTETS) >= 0, "it wrapped");
        Long rate = after.rates().bitsPerSecond(Counter.IN_OCTETS);
        assertNotNull(rate);
        assertTrue(rate > 0 && rate < 10_000_000_000L, "found " + rate);
    }

    @Test
    void aRebootIsAGapAndTheNextRateIsRight() throws Exception {
        sample("core");
        clock.advance(Duration.ofSeconds(20));
        simulator.fault("core", new DeviceFault.Reboot(false));
        clock.advance(Duration.ofSeconds(10));
        InterfaceSample after = sample("core");
        assertEquals(Verdict.RESTARTED, after.rates().verdict());
        assertNull(after.rates().perSecond(Counter.IN_OCTETS));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(Verdict.COMPARED, sample("core").rates().verdict());
    }

    @Test
    void theWrapOfUptimeIsNoReboot() throws Exception {
        assertTrue(sample("old").reading().device().uptimeHundredths() > 4_294_000_000L);
        clock.advance(Duration.ofSeconds(90));
        InterfaceSample wrapped = sample("old");
        assertTrue(wrapped.reading().device().uptimeHundredths() < 9_000, "sysUpTime wrapped");
        assertEquals(Verdict.COMPARED, wrapped.rates().verdict());
    }

    @Test
    void interfacesKeepTheirIdentityWhenTheyAreRenumbered() throws Exception {
        UUID before = sample("core").interfaceId();
        simulator.fault("core", new DeviceFault.Reboot(true));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(before, sample("core").interfaceId());
        assertEquals(12, stored.get(ids.get("core")).size());
        assertEquals(101, stored.get(ids.get("core")).get(0).ifIndex());
    }

    @Test
    void whatIsRememberedNeedsNoStoring() throws Exception {
        sample("core");
        PollTask again = task("core", SnmpVersion.V2C, PUBLIC, 12);
        PolledDevice.Reached unchanged = (PolledDevice.Reached) poll(again);
        assertTrue(memory.isUnchanged(again, unchanged));
        simulator.fault("core", new DeviceFault.InterfaceDown(3));
        PolledDevice.Reached down = (PolledDevice.Reached) poll(again);
        assertFalse(memory.isUnchanged(again, down));
        assertEquals("down", down.interfaces().get(2).operStatus());
        PollTask newer =
                new PollTask(again.deviceId(), again.target(), 30, 12, false, DeviceStatus.UP, 0, again.revision() + 1);
        assertFalse(memory.isUnchanged(newer, unchanged), "somebody changed the device meanwhile");
    }

    private InterfaceSample sample(String device) throws Exception {
        PollTask task = task(device, SnmpVersion.V2C, PUBLIC, 0);
        PolledDevice.Reached poll = (PolledDevice.Reached) poll(task);
        List<DeviceInterface> known = stored.computeIfAbsent(task.deviceId(), id -> new ArrayList<>());
        known.addAll(InterfaceMatching.apply(known, poll, clock.instant()).added());
        memory.remember(task.deviceId(), 0, known);
        return taker.take(TENANT, task, poll).get(0);
    }

    private PolledDevice.Reached reached(String device) throws Exception {
        PollTask task = device.equals("secure")
                ? task(device, SnmpVersion.V3, OPS, 0)
                : task(device, SnmpVersion.V2C, PUBLIC, 0);
        return assertInstanceOf(PolledDevice.Reached.class, poll(task));
    }

    private PolledDevice poll(PollTask task) throws Exception {
        List<PolledDevice> results = new ArrayList<>();
        new DevicePoller(snmp, clock, 10).poll(List.of(task), results::add).get(10, TimeUnit.SECONDS);
        return results.get(0);
    }

    private PollTask task(String device, SnmpVersion version, SnmpCredentials credentials, int interfaces) {
        int number = List.of("core", "secure", "wrapping", "old").indexOf(device);
        String address = number >= 0
                ? "127.65.0." + (number + 1)
                : "127.65.1." + (Integer.parseInt(device.substring("edge-".length())) + 1);
        SnmpTarget target = SnmpTarget.of(address, simulator.port(device), version, credentials)
                .withTimeout(800, 0);
        return new PollTask(ids.get(device), target, 30, interfaces, interfaces == 0, DeviceStatus.UP, 0, 0);
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2027-03-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
