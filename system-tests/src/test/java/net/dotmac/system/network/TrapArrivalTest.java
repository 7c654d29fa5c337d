package net.dotmac.system.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.Management;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** A trap over UDP becomes an alarm in the database; what is no trap is counted and does no harm. */
@Tag("behavior")
class TrapArrivalTest {

    private static final String ADDRESS = "127.77.0.9";
    private static final long IF_INDEX = 7;
    private static final OID IF_INDEX_OID = new OID("1.3.6.1.2.1.2.2.1.1." + IF_INDEX);
    private static final OID ADMIN_STATUS_OID = new OID("1.3.6.1.2.1.2.2.1.7." + IF_INDEX);

    private final SystemUnderTest system = SystemUnderTest.get();
    private final Management management = new Management(system.system());
    private final RestClient client = system.client(DemoTenant.ALPENNETZ);
    private String device;

    /** A device nobody answers for, polled once in a day. */
    @BeforeEach
    void device() throws Exception {
        Answer made = client.post(
                "/api/v1/devices",
                Json.createObjectBuilder()
                        .add("name", "Trap sender")
                        .add("address", ADDRESS)
                        .add("snmpPort", 9)
                        .add("community", "public")
                        .add("pollSeconds", 86_400)
                        .build());
        assertEquals(201, made.status(), made.toString());
        device = made.object().getString("id");
        try (Connection superuser = system.database("postgres");
                PreparedStatement insert =
                        superuser.prepareStatement("insert into networking.device_interface (tenant_id, "
                                + "id, device_id, if_index, name, monitored, present, admin_status, oper_status, changed_at) "
                                + "values (?, ?, ?, ?, 'uplink', true, true, 'up', 'up', now())")) {
            insert.setObject(1, DemoTenant.ALPENNETZ.id());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, UUID.fromString(device));
            insert.setLong(4, IF_INDEX);
            insert.executeUpdate();
        }
    }

    @AfterEach
    void deviceGoes() {
        client.delete("/api/v1/devices/" + device);
    }

    @Test
    void aLinkDownTrapIsAnAlarm() throws Exception {
        double before = management.metric("dotmac_traps_total{outcome=\"received\"");
        send(ADDRESS, trap(SnmpConstants.linkDown));
        management.await("the alarm is there", () -> linkAlarms().size() == 1);
        assertEquals("raised", linkAlarms().get(0).getString("state"));
        send(ADDRESS, trap(SnmpConstants.linkDown));
        management.await(
                "both traps were taken",
                () -> management.metric("dotmac_traps_total{outcome=\"received\"") == before + 2);
        management.await(
                "one fault is one alarm",
                () -> linkAlarms().get(0).getString("state").equals("updated"));
        assertEquals(1, linkAlarms().size());
    }

    /** A community proves nothing: that a link came back is believed after a poll only. */
    @Test
    void aLinkUpTrapOfAnybodyClearsNothing() throws Exception {
        double before = management.metric("dotmac_traps_total{outcome=\"received\"");
        send(ADDRESS, trap(SnmpConstants.linkDown));
        management.await("the alarm is there", () -> linkAlarms().size() == 1);
        send(ADDRESS, trap(SnmpConstants.linkUp));
        management.await(
                "both traps were taken",
                () -> management.metric("dotmac_traps_total{outcome=\"received\"") == before + 2);
        assertEquals(1, linkAlarms().size());
        assertEquals("raised", linkAlarms().get(0).getString("state"));
    }

    @Test
    void garbageIsCountedAndTheNextTrapStillArrives() throws Exception {
        double undecodable = management.metric("dotmac_snmp_undecodable_total");
        byte[] good = trap(SnmpConstants.linkDown);
        byte[] half = Arrays.copyOf(good, good.length / 2);
        byte[] noise = new byte[1_400];
        new Random(7).nextBytes(noise);
        noise[0] = 0x30;
        byte[] boast = good.clone();
        boast[1] = (byte) 0x84;
        for (byte[] bad : List.of(half, noise, boast, new byte[] {0x30}, new byte[] {0x30, (byte) 0x80, 0, 0})) {
            send(ADDRESS, bad);
        }
        management.await(
                "each is counted", () -> management.metric("dotmac_snmp_undecodable_total") == undecodable + 5);
        assertEquals(0, linkAlarms().size());
        send(ADDRESS, good);
        management.await("the port is still open", () -> linkAlarms().size() == 1);
    }

    @Test
    void aTrapOfNobodysDeviceIsCountedAndForgotten() throws Exception {
        double unknown = management.metric("dotmac_traps_total{outcome=\"unknownSource\"");
        send("127.77.0.10", trap(SnmpConstants.linkDown));
        management.await(
                "it is counted",
                () -> management.metric("dotmac_traps_total{outcome=\"unknownSource\"") == unknown + 1);
        assertEquals(0, linkAlarms().size());
    }

    private List<JsonObject> linkAlarms() {
        return client
                .get("/api/v1/alarms?deviceId=" + device)
                .json()
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(alarm -> alarm.getString("probableCause").equals("linkDown"))
                .toList();
    }

    private void send(String from, byte[] datagram) throws Exception {
        int port = system.system().installation().ports().trap();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(from), 0))) {
            socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getByName("127.0.0.1"), port));
        }
    }

    /** A version 2c message as RFC 3416 has it. */
    private static byte[] trap(OID kind) throws Exception {
        PDU pdu = new PDU();
        pdu.setType(PDU.TRAP);
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(4_200)));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, kind));
        pdu.add(new VariableBinding(IF_INDEX_OID, new Integer32((int) IF_INDEX)));
        pdu.add(new VariableBinding(ADMIN_STATUS_OID, new Integer32(1)));
        OctetString community = new OctetString("public");
        int length = new Integer32(1).getBERLength() + community.getBERLength() + pdu.getBERLength();
        BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(length + BER.getBERLengthOfLength(length) + 1));
        BER.encodeHeader(out, BER.SEQUENCE, length);
        new Integer32(1).encodeBER(out);
        community.encodeBER(out);
        pdu.encodeBER(out);
        return out.getBuffer().array();
    }
}
