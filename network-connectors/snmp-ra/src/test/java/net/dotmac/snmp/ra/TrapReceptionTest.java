package net.dotmac.snmp.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.InvalidPropertyException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dotmac.devtools.simulator.DeviceFault;
import net.dotmac.devtools.simulator.DeviceProfile;
import net.dotmac.devtools.simulator.DeviceSimulator;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpTrapListener;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

class TrapReceptionTest {

    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid IF_INDEX = Oid.parse("1.3.6.1.2.1.2.2.1.1");
    private static final SnmpCredentials.User WATCH = new SnmpCredentials.User(
            "watch", AuthProtocol.SHA256, "watch-auth-phrase", PrivProtocol.AES128, "watch-priv-phrase");

    private final BlockingQueue<SnmpTrap> received = new LinkedBlockingQueue<>();
    private LocalContainer container;
    private Snmp sender;
    private int port;

    @BeforeEach
    void start() throws Exception {
        container = new LocalContainer();
        port = container.listen(spec("*"), received::add);
        sender = new Snmp(new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0")));
        sender.listen();
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        container.close();
    }

    private static SnmpTrapActivationSpec spec(String communities) {
        SnmpTrapActivationSpec spec = new SnmpTrapActivationSpec();
        spec.setBindAddress("127.0.0.1");
        spec.setPort("0");
        spec.setCommunities(communities);
        spec.setUsers("watch,SHA256,watch-auth-phrase,AES128,watch-priv-phrase;guest,NONE,,NONE,");
        return spec;
    }

    @Test
    void takesTrapsOfV2cAndKnowsTheSendersAddress() throws Exception {
        linkDownOf(DeviceProfile.v2c("edge", "127.64.0.1", 0, 3));
        SnmpTrap trap = next();
        assertEquals("127.64.0.1", trap.sourceAddress());
        assertEquals(LINK_DOWN, trap.trapOid());
        assertEquals(SnmpVersion.V2C, trap.version());
        assertEquals(port, trap.listenerPort());
        assertFalse(trap.authenticated());
        assertEquals(
                new SnmpValue.IntegerValue(2), trap.find(IF_INDEX).orElseThrow().value());
        assertTrue(trap.uptimeHundredths() >= 360_000);
    }

    @Test
    void takesEncryptedTrapsOfKnownUsers() throws Exception {
        linkDownOf(DeviceProfile.v3("edge", "127.64.0.2", 0, 3, WATCH));
        SnmpTrap trap = next();
        assertEquals("watch", trap.user());
        assertEquals(SnmpVersion.V3, trap.version());
        assertTrue(trap.authenticated());
    }

    @Test
    void refusesWrongPassphrasesAndUnknownUsers() throws Exception {
        linkDownOf(DeviceProfile.v3(
                "a",
                "127.64.0.3",
                0,
                3,
                new SnmpCredentials.User(
                        "watch", AuthProtocol.SHA256, "wrong-phrase", PrivProtocol.AES128, "watch-priv-phrase")));
        linkDownOf(DeviceProfile.v3(
                "b",
                "127.64.0.4",
                0,
                3,
                new SnmpCredentials.User("stranger", AuthProtocol.NONE, null, PrivProtocol.NONE, null)));
        awaitTrue(() -> container.adapter.statistics().trapsRejected() >= 2);
        assertNull(received.poll());
    }

    @Test
    void aUserWithAPassphraseMustUseIt() throws Exception {
        linkDownOf(DeviceProfile.v3(
                "a",
                "127.64.0.5",
                0,
                3,
                new SnmpCredentials.User("watch", AuthProtocol.NONE, null, PrivProtocol.NONE, null)));
        linkDownOf(DeviceProfile.v3(
                "b",
                "127.64.0.6",
                0,
                3,
                new SnmpCredentials.User("guest", AuthProtocol.NONE, null, PrivProtocol.NONE, null)));
        assertEquals("127.64.0.6", next().sourceAddress());
        awaitTrue(() -> container.adapter.statistics().trapsRejected() >= 1);
        assertNull(received.poll());
    }

    @Test
    void believesOnlyTheCommunitiesItIsTold() throws Exception {
        BlockingQueue<SnmpTrap> strict = new LinkedBlockingQueue<>();
        int strictPort = container.listen(spec("noc, backup"), strict::add);
        sender.notify(linkDown(new PDU(), PDU.NOTIFICATION), community(strictPort, "public"));
        sender.notify(linkDown(new PDU(), PDU.NOTIFICATION), community(strictPort, "backup"));
        assertNotNull(strict.poll(5, TimeUnit.SECONDS));
        assertNull(strict.poll());
        assertEquals(1, container.adapter.statistics().trapsRejected());
    }

    @Test
    void translatesTrapsOfV1() throws Exception {
        PDUv1 generic = new PDUv1();
        generic.setGenericTrap(PDUv1.LINKDOWN);
        generic.setEnterprise(new OID("1.3.6.1.4.1.9.1.1"));
        generic.setAgentAddress(new IpAddress("10.9.8.7"));
        generic.setTimestamp(4_711);
        generic.add(new VariableBinding(new OID(IF_INDEX + ".5"), new Integer32(5)));
        sender.trap(generic, v1Community());
        SnmpTrap trap = next();
        assertEquals(LINK_DOWN, trap.trapOid());
        assertEquals(4_711, trap.uptimeHundredths());
        assertEquals("127.0.0.1", trap.sourceAddress());
        assertEquals(
                new SnmpValue.IpAddress("10.9.8.7"),
                trap.find(Oid.parse("1.3.6.1.6.3.18.1.3.0")).orElseThrow().value());
        assertEquals(
                new SnmpValue.ObjectId(Oid.parse("1.3.6.1.4.1.9.1.1")),
                trap.find(Oid.parse("1.3.6.1.6.3.1.1.4.3.0")).orElseThrow().value());

        PDUv1 specific = new PDUv1();
        specific.setGenericTrap(PDUv1.ENTERPRISE_SPECIFIC);
        specific.setSpecificTrap(42);
        specific.setEnterprise(new OID("1.3.6.1.4.1.9.1.1"));
        specific.setAgentAddress(new IpAddress("10.9.8.7"));
        sender.trap(specific, v1Community());
        assertEquals(Oid.parse("1.3.6.1.4.1.9.1.1.0.42"), next().trapOid());
    }

    @Test
    void answersInforms() throws Exception {
        PDU answer = sender.send(linkDown(new PDU(), PDU.INFORM), community(port, "public"))
                .getResponse();
        assertNotNull(answer);
        assertEquals(0, answer.getErrorStatus());
        assertTrue(next().inform());
    }

    @Test
    void answersInformsOfV3() throws Exception {
        OctetString engine = new OctetString(MPv3.createLocalEngineID());
        USM usm = new USM(Protocols.ALL, engine, 1);
        usm.addUser(new UsmUser(
                new OctetString("watch"),
                AuthHMAC192SHA256.ID,
                new OctetString("watch-auth-phrase"),
                PrivAES128.ID,
                new OctetString("watch-priv-phrase")));
        MPv3 v3 = (MPv3) sender.getMessageProcessingModel(MPv3.ID);
        v3.setLocalEngineID(engine.getValue());
        v3.setSecurityProtocols(Protocols.ALL);
        v3.setSecurityModels(SecurityModels.getCollection(new SecurityModel[] {usm}));
        UserTarget<UdpAddress> target = new UserTarget<>(
                new UdpAddress("127.0.0.1/" + port), new OctetString("watch"), new byte[0], SecurityLevel.AUTH_PRIV);
        target.setVersion(SnmpConstants.version3);
        target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
        target.setTimeout(3_000);
        PDU answer = sender.send(linkDown(new ScopedPDU(), PDU.INFORM), target).getResponse();
        assertNotNull(answer);
        assertEquals(PDU.RESPONSE, answer.getType());
        SnmpTrap trap = next();
        assertTrue(trap.inform());
        assertTrue(trap.authenticated());
    }

    @Test
    void garbageIsCountedAndTheNextTrapStillArrives() throws Exception {
        Random random = new Random(11);
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            byte[] trap = HostileAgent.encode(linkDown(new PDU(), PDU.NOTIFICATION));
            for (int i = 0; i < 2_000; i++) {
                byte[] noise = i % 2 == 0 ? new byte[random.nextInt(100)] : trap.clone();
                if (i % 2 == 0) {
                    random.nextBytes(noise);
                } else {
                    noise[random.nextInt(noise.length)] = (byte) random.nextInt();
                }
                socket.send(new DatagramPacket(noise, noise.length, to));
            }
        }
        awaitTrue(() -> container.adapter.statistics().undecodable() > 100);
        PDU last = linkDown(new PDU(), PDU.INFORM);
        CommunityTarget<UdpAddress> patient = community(port, "public");
        patient.setRetries(5);
        assertNotNull(sender.send(last, patient).getResponse());
    }

    @Test
    void aNotificationWithoutItsTwoFirstVariablesIsNone() throws Exception {
        PDU naked = new PDU();
        naked.setType(PDU.NOTIFICATION);
        naked.add(new VariableBinding(new OID("1.3.6.1"), new Integer32(1)));
        sender.notify(naked, community(port, "public"));
        awaitTrue(() -> container.adapter.statistics().undecodable() == 1);
        assertNull(received.poll());
    }

    @Test
    void aStormIsDroppedAndCountedBeyondTheLimit() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        SnmpTrapActivationSpec spec = spec("*");
        spec.setQueueLimit(5);
        int slowPort = container.listen(spec, (SnmpTrapListener) trap -> {
            try {
                release.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 20; i++) {
            sender.notify(linkDown(new PDU(), PDU.NOTIFICATION), community(slowPort, "public"));
        }
        awaitTrue(() -> container.adapter.statistics().trapsDropped() == 15);
        release.countDown();
        awaitTrue(() -> container.adapter.statistics().trapsDelivered() == 5);
    }

    @Test
    void aFailingApplicationLosesOneTrapOnly() throws Exception {
        BlockingQueue<SnmpTrap> taken = new LinkedBlockingQueue<>();
        int moody = container.listen(spec("*"), trap -> {
            if (trap.uptimeHundredths() == 1) {
                throw new IllegalStateException("not today");
            }
            taken.add(trap);
        });
        PDU first = linkDown(new PDU(), PDU.NOTIFICATION);
        first.set(0, new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(1)));
        sender.notify(first, community(moody, "public"));
        sender.notify(linkDown(new PDU(), PDU.NOTIFICATION), community(moody, "public"));
        assertNotNull(taken.poll(5, TimeUnit.SECONDS));
        awaitTrue(() -> container.adapter.statistics().trapsDropped() == 1);
    }

    @Test
    void refusesSpecificationsThatCannotBe() {
        SnmpTrapActivationSpec spec = spec("*");
        spec.setPort("70000");
        assertThrows(InvalidPropertyException.class, spec::validate);
        spec.setPort("1162");
        spec.setUsers("watch,SHA256,short,NONE,");
        assertThrows(InvalidPropertyException.class, spec::validate);
        spec.setUsers("watch,ROT13,long-enough-phrase,NONE,");
        assertThrows(InvalidPropertyException.class, spec::validate);
    }

    private void linkDownOf(DeviceProfile profile) throws IOException {
        InetSocketAddress receiver = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (DeviceSimulator simulator = DeviceSimulator.start(List.of(profile), receiver, Clock.systemUTC())) {
            simulator.fault(profile.name(), new DeviceFault.InterfaceDown(2));
        }
    }

    private static PDU linkDown(PDU pdu, int type) {
        pdu.setType(type);
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(100)));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, SnmpConstants.linkDown));
        pdu.add(new VariableBinding(new OID(IF_INDEX + ".2"), new Integer32(2)));
        return pdu;
    }

    private static CommunityTarget<UdpAddress> community(int toPort, String name) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(new UdpAddress("127.0.0.1/" + toPort), new OctetString(name));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(2_000);
        return target;
    }

    private CommunityTarget<UdpAddress> v1Community() {
        CommunityTarget<UdpAddress> target = community(port, "public");
        target.setVersion(SnmpConstants.version1);
        return target;
    }

    private SnmpTrap next() throws InterruptedException {
        SnmpTrap trap = received.poll(5, TimeUnit.SECONDS);
        assertNotNull(trap, "no trap arrived");
        return trap;
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "the condition did not come true in time");
            Thread.onSpinWait();
        }
    }
}
