package net.dotmac.networking.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.kernel.DomainException;
import net.dotmac.networking.DeviceClass;
import net.dotmac.networking.DeviceData;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpBinding;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRulesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final SnmpCredentials PUBLIC = new SnmpCredentials.Community("public");

    private final Device device = new Device(data("192.0.2.1", 161), "sealed", NOW);

    @Test
    void aDeviceGoesDownAfterSeveralFailuresAndComesBackAtOnce() {
        DeviceStatusPolicy policy = new DeviceStatusPolicy(3);
        assertEquals(DeviceStatus.UP, policy.after(DeviceStatus.UP, 2));
        assertEquals(DeviceStatus.DOWN, policy.after(DeviceStatus.UP, 3));
        assertEquals(DeviceStatus.DOWN, policy.after(DeviceStatus.UNKNOWN, 3));
        assertEquals(DeviceStatus.UNKNOWN, policy.after(DeviceStatus.UNKNOWN, 1));
        assertEquals(DeviceStatus.UP, policy.after(DeviceStatus.DOWN, 0));
        assertTrue(policy.isDoubtful(DeviceStatus.UP, 1));
        assertFalse(policy.isDoubtful(DeviceStatus.DOWN, 9), "a dead device is not asked in a hurry");
    }

    @Test
    void anUnreachableDeviceHasOneAlarmUntilItAnswers() {
        String key = Fault.key(AlarmKind.DEVICE_UNREACHABLE, device.id());
        device.become(DeviceStatus.DOWN, NOW);
        AlarmPolicy.Changes raised = AlarmPolicy.judge(device, List.of(), Set.of(), "no answer");
        assertEquals(key, raised.raise().get(0).key());
        assertEquals(
                List.of(),
                AlarmPolicy.judge(device, List.of(), Set.of(key), "no answer").raise());
        device.become(DeviceStatus.UP, NOW);
        assertEquals(
                List.of(key),
                AlarmPolicy.judge(device, List.of(), Set.of(key), null).clear());
    }

    @Test
    void aLinkThatShouldBeUpAndIsNotRaisesAnAlarm() {
        device.become(DeviceStatus.UP, NOW);
        DeviceInterface link = link("Uplink", "up", "down");
        assertTrue(link.isFaulty());
        assertEquals(
                1,
                AlarmPolicy.judge(device, List.of(link), Set.of(), null).raise().size());
        String key = Fault.key(AlarmKind.LINK_DOWN, link.id());
        link.see(seen("Uplink", "up", "up"), NOW);
        assertEquals(
                List.of(key),
                AlarmPolicy.judge(device, List.of(link), Set.of(key), null).clear());
        link.see(seen("Uplink", "down", "down"), NOW);
        assertEquals(
                List.of(key),
                AlarmPolicy.judge(device, List.of(link), Set.of(key), null).clear(),
                "somebody switched it off");
    }

    @Test
    void linksNobodyCaresForRaiseNothing() {
        device.become(DeviceStatus.UP, NOW);
        DeviceInterface spare = link("", "up", "down");
        assertFalse(spare.isFaulty());
        spare.monitor(true);
        assertTrue(spare.isFaulty());
        spare.miss(NOW);
        assertFalse(spare.isFaulty(), "it was pulled");
    }

    @Test
    void whileADeviceIsDownItsLinkAlarmsStay() {
        DeviceInterface link = link("Uplink", "up", "up");
        device.become(DeviceStatus.DOWN, NOW);
        AlarmPolicy.Changes changes = AlarmPolicy.judge(
                device, List.of(link), Set.of(Fault.key(AlarmKind.LINK_DOWN, link.id())), "no answer");
        assertEquals(List.of(), changes.clear());
    }

    @Test
    void readsLinkTraps() {
        LinkTrap down = LinkTrap.read(trap("1.3.6.1.6.3.1.1.5.3", binding("1.7", 7), binding("7.7", 1)))
                .orElseThrow();
        assertEquals(new LinkTrap(7, true, true), down);
        assertFalse(LinkTrap.read(trap("1.3.6.1.6.3.1.1.5.4", binding("1.7", 7)))
                .orElseThrow()
                .isDown());
        assertTrue(LinkTrap.read(trap("1.3.6.1.6.3.1.1.5.3")).isEmpty(), "which interface?");
        assertTrue(LinkTrap.read(trap("1.3.6.1.6.3.1.1.5.1", binding("1.7", 7))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9, 192.0.2.9",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:1:0:0:1, fe80::1:0:0:1",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::"
    })
    void everyAddressHasOneSpelling(String given, String canonical) throws Exception {
        assertEquals(canonical, Addresses.canonical(InetAddress.getByName(given)));
        assertEquals(canonical, new Device(data(given, 161), "sealed", NOW).address());
    }

    @Test
    void refusesDevicesThatCannotBe() {
        assertEquals(
                "address",
                assertThrows(DomainException.class, () -> new Device(data("router.example.net", 161), "x", NOW))
                        .attribute());
        assertEquals(
                "snmpPort",
                assertThrows(DomainException.class, () -> new Device(data("192.0.2.1", 0), "x", NOW))
                        .attribute());
        assertThrows(DomainException.class, () -> CredentialsText.requireFit(SnmpVersion.V3, PUBLIC));
        assertThrows(DomainException.class, () -> CredentialsText.requireFit(SnmpVersion.V2C, null));
    }

    @Test
    void namesThatADeviceUsesTwiceAreTwoInterfaces() {
        PolledDevice.Reached poll = new PolledDevice.Reached(
                device.id(),
                NOW,
                new DeviceClocks(0, null, null),
                null,
                null,
                null,
                List.of(seen("a", "up", "up")),
                true);
        InterfaceMatching.Matched first = InterfaceMatching.apply(List.of(), poll, NOW);
        assertEquals(1, first.added().size());
        InterfaceMatching.Matched again = InterfaceMatching.apply(first.added(), poll, NOW);
        assertEquals(0, again.added().size());
        assertFalse(again.isNews());
    }

    @Test
    void credentialsSurviveBeingWritten() {
        SnmpCredentials user = new SnmpCredentials.User(
                "ops", AuthProtocol.SHA512, "auth \"phrase\"", PrivProtocol.AES256_REEDER, "priv-phrase", "vrf-1");
        SnmpCredentials open = new SnmpCredentials.User("guest", AuthProtocol.NONE, null, PrivProtocol.NONE, null);
        for (SnmpCredentials one : List.of(PUBLIC, user, open)) {
            assertEquals(one, CredentialsText.read(CredentialsText.write(one)));
        }
    }

    private static DeviceData data(String address, int port) {
        return new DeviceData("core-1", null, DeviceClass.ROUTER, address, port, SnmpVersion.V2C, PUBLIC, true, 30);
    }

    private DeviceInterface link(String alias, String admin, String oper) {
        return new DeviceInterface(device.id(), seen(alias, admin, oper), NOW);
    }

    private static PolledInterface seen(String alias, String admin, String oper) {
        return new PolledInterface(1, "ge-0/0/1", alias, 1_000L, admin, oper, 64, Map.of());
    }

    private static SnmpTrap trap(String oid, SnmpBinding... bindings) {
        return new SnmpTrap(
                NOW, "192.0.2.1", 162, SnmpVersion.V2C, "", false, false, 1, Oid.parse(oid), List.of(bindings));
    }

    private static SnmpBinding binding(String column, int value) {
        return new SnmpBinding(Oid.parse("1.3.6.1.2.1.2.2.1." + column), new SnmpValue.IntegerValue(value));
    }
}
