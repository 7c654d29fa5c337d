package net.dotmac.devtools.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

class DeviceSimulatorTest {

    private static final OID UPTIME = new OID("1.3.6.1.2.1.1.3.0");
    private static final OID IN_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.6.1");
    private static final OID ENGINE_BOOTS = new OID("1.3.6.1.6.3.10.2.1.2.0");
    private static final OID IF_NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");

    private final MovableClock clock = new MovableClock();
    private Snmp client;
    private DeviceSimulator simulator;
    private final BlockingQueue<PDU> traps = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        DefaultUdpTransportMapping socket = new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0"));
        client = new Snmp(socket);
        client.addCommandResponder(new CommandResponder() {
            @Override
            public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
                traps.add(event.getPDU());
            }
        });
        client.listen();
        int trapPort = socket.getListenAddress().getPort();
        List<DeviceProfile> profiles = new ArrayList<>();
        profiles.add(DeviceProfile.v2c("a", "127.61.0.1", 0, 3));
        profiles.add(DeviceProfile.v2c("b", "127.61.0.2", 0, 2).withCountersStartingAt(-1_000));
        simulator = DeviceSimulator.start(
                profiles, new InetSocketAddress(InetAddress.getLoopbackAddress(), trapPort), clock);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        simulator.close();
    }

    @Test
    void countersAreAFunctionOfSeedAndTime() throws IOException {
        long before = get("a", IN_OCTETS).toLong();
        assertEquals(before, get("a", IN_OCTETS).toLong());
        clock.advance(Duration.ofSeconds(60));
        long after = get("a", IN_OCTETS).toLong();
        assertTrue(after > before);
        InterfaceTraffic same = new InterfaceTraffic("a".hashCode(), 1);
        assertEquals(same.inOctets(3_660) - same.inOctets(3_600), after - before);
    }

    @Test
    void countersWrapAt64Bits() throws IOException {
        InterfaceTraffic traffic = new InterfaceTraffic("b".hashCode(), 1);
        assertEquals(traffic.inOctets(3_600) - 1_000, ((Counter64) get("b", IN_OCTETS)).getValue());
    }

    @Test
    void rebootStartsEverythingAnew() throws Exception {
        simulator.fault("a", new DeviceFault.Reboot(false));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(200, get("a", UPTIME).toLong());
        assertEquals(2, get("a", ENGINE_BOOTS).toInt());
        PDU trap = traps.poll(5, TimeUnit.SECONDS);
        assertNotNull(trap);
        assertEquals(SnmpConstants.coldStart, trap.getVariable(SnmpConstants.snmpTrapOID));
    }

    @Test
    void renumberingMovesTheIndexes() throws IOException {
        simulator.fault("a", new DeviceFault.Reboot(true));
        assertTrue(Null.isExceptionSyntax(get("a", IN_OCTETS).getSyntax()));
        assertEquals("ge-0/0/0", get("a", new OID(IF_NAME).append(101)).toString());
    }

    @Test
    void silentDevicesAnswerNothingUntilHealed() throws IOException {
        simulator.fault("a", new DeviceFault.Silent());
        assertNull(ask("a", PDU.GET, UPTIME));
        assertNotNull(ask("b", PDU.GET, UPTIME));
        simulator.heal("a");
        assertNotNull(ask("a", PDU.GET, UPTIME));
    }

    @Test
    void linksGoDownWithATrapAndStopCounting() throws Exception {
        simulator.fault("a", new DeviceFault.InterfaceDown(2));
        PDU down = traps.poll(5, TimeUnit.SECONDS);
        assertNotNull(down);
        assertEquals(SnmpConstants.linkDown, down.getVariable(SnmpConstants.snmpTrapOID));
        OID counter = new OID("1.3.6.1.2.1.31.1.1.1.6.2");
        long frozen = get("a", counter).toLong();
        clock.advance(Duration.ofSeconds(30));
        assertEquals(frozen, get("a", counter).toLong());
        assertEquals(2, get("a", new OID("1.3.6.1.2.1.2.2.1.8.2")).toInt());
        simulator.heal("a");
        PDU up = traps.poll(5, TimeUnit.SECONDS);
        assertNotNull(up);
        assertEquals(SnmpConstants.linkUp, up.getVariable(SnmpConstants.snmpTrapOID));
        assertEquals(frozen, get("a", counter).toLong());
        assertThrows(IllegalArgumentException.class, () -> simulator.fault("a", new DeviceFault.InterfaceDown(99)));
    }

    @Test
    void walksEndAtTheEndOfTheMib() throws IOException {
        OID at = new OID("1.3");
        int seen = 0;
        for (PDU answer = ask("b", PDU.GETNEXT, at);
                !Null.isExceptionSyntax(answer.get(0).getVariable().getSyntax());
                answer = ask("b", PDU.GETNEXT, at)) {
            assertTrue(answer.get(0).getOid().compareTo(at) > 0);
            at = answer.get(0).getOid();
            seen++;
        }
        assertEquals(7 + 4 + 1 + 2 * (17 + 8), seen);
    }

    @Test
    void anotherProcessControlsItOverHttp() throws Exception {
        try (SimulatorControl control = SimulatorControl.start(simulator, 0)) {
            assertEquals(200, post(control, "/devices/a/silent"));
            assertTrue(!simulator.isAnswering("a"));
            assertEquals(200, post(control, "/devices/a/heal"));
            assertTrue(simulator.isAnswering("a"));
            assertEquals(404, post(control, "/devices/nobody/silent"));
            assertEquals(404, post(control, "/devices/a/down/x"));
        }
    }

    private static int post(SimulatorControl control, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Variable get(String device, OID oid) throws IOException {
        return ask(device, PDU.GET, oid).get(0).getVariable();
    }

    private PDU ask(String device, int type, OID oid) throws IOException {
        String address = device.equals("a") ? "127.61.0.1" : "127.61.0.2";
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(address + "/" + simulator.port(device)), new OctetString("public"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(300);
        PDU pdu = new PDU();
        pdu.setType(type);
        pdu.add(new VariableBinding(oid));
        return client.send(pdu, target).getResponse();
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
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
