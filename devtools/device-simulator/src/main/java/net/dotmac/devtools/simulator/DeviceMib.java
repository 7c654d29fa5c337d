package net.dotmac.devtools.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/**
 * The variables a device has: SNMPv2-MIB system, IF-MIB ifTable and ifXTable, SNMP-FRAMEWORK-MIB snmpEngine. Devices with
 * the same interface numbers share one map, so a thousand devices cost the memory of a few.
 */
final class DeviceMib {

    static final OID SYS_OBJECT_ID = new OID("1.3.6.1.4.1.8072.3.2.10");

    private static final String SYSTEM = "1.3.6.1.2.1.1.";
    private static final String IF_ENTRY = "1.3.6.1.2.1.2.2.1.";
    private static final String IF_X_ENTRY = "1.3.6.1.2.1.31.1.1.1.";
    private static final String SNMP_ENGINE = "1.3.6.1.6.3.10.2.1.";
    private static final long MAX_GAUGE = 0xFFFF_FFFFL;
    private static final int ETHERNET = 6;
    private static final Map<Shape, DeviceMib> SHARED = new ConcurrentHashMap<>();

    private final NavigableMap<OID, Function<DeviceState, Variable>> variables = new TreeMap<>();

    private DeviceMib(Shape shape) {
        addSystem();
        addEngine();
        variables.put(
                new OID("1.3.6.1.2.1.2.1.0"), d -> new Integer32(d.interfaces().size()));
        for (int position = 0; position < shape.interfaces; position++) {
            addIfEntry(position, shape.firstIfIndex + position);
            addIfXEntry(position, shape.firstIfIndex + position);
        }
    }

    static DeviceMib of(DeviceState device) {
        return SHARED.computeIfAbsent(new Shape(device.interfaces().size(), device.firstIfIndex()), DeviceMib::new);
    }

    /** The value of exactly this variable, or null. */
    Variable get(OID oid, DeviceState device) {
        Function<DeviceState, Variable> found = variables.get(oid);
        return found == null ? null : found.apply(device);
    }

    /** The name of the first variable after an OID, or null at the end. */
    OID after(OID oid) {
        return variables.higherKey(oid);
    }

    private void addSystem() {
        variables.put(
                new OID(SYSTEM + "1.0"),
                d -> text("DotMac simulated router " + d.profile().name()));
        variables.put(new OID(SYSTEM + "2.0"), d -> SYS_OBJECT_ID);
        variables.put(new OID(SYSTEM + "3.0"), d -> new TimeTicks(d.uptimeTicks()));
        variables.put(new OID(SYSTEM + "4.0"), d -> text("noc@example.net"));
        variables.put(new OID(SYSTEM + "5.0"), d -> text(d.profile().name()));
        variables.put(
                new OID(SYSTEM + "6.0"), d -> text("Rack at " + d.profile().address()));
        variables.put(new OID(SYSTEM + "7.0"), d -> new Integer32(78));
    }

    private void addEngine() {
        variables.put(new OID(SNMP_ENGINE + "1.0"), d -> DeviceAgent.engineId(d.profile()));
        variables.put(new OID(SNMP_ENGINE + "2.0"), d -> new Integer32(d.boots()));
        variables.put(new OID(SNMP_ENGINE + "3.0"), d -> new Integer32(d.engineTime()));
        variables.put(new OID(SNMP_ENGINE + "4.0"), d -> new Integer32(65_507));
    }

    private void addIfEntry(int position, int ifIndex) {
        Column column = new Column(IF_ENTRY, position, ifIndex);
        column.put(1, (d, i) -> new Integer32(ifIndex));
        column.put(2, (d, i) -> text("ge-0/0/" + (i.number() - 1)));
        column.put(3, (d, i) -> new Integer32(ETHERNET));
        column.put(4, (d, i) -> new Integer32(1_500));
        column.put(5, (d, i) -> new Gauge32(Math.min(MAX_GAUGE, i.traffic().speedMbps() * 1_000_000L)));
        column.put(
                6,
                (d, i) ->
                        new OctetString(new byte[] {2, 0, 0, (byte) d.profile().seed(), 0, (byte) i.number()}));
        column.put(7, (d, i) -> new Integer32(1));
        column.put(8, (d, i) -> new Integer32(i.isUp() ? 1 : 2));
        column.put(9, (d, i) -> new TimeTicks(d.ticksAt(i.lastChange())));
        column.put(10, (d, i) -> counter32(i.inOctets(d.boot(), d.now())));
        column.put(11, (d, i) -> counter32(i.inPackets(d.boot(), d.now())));
        column.put(13, (d, i) -> new Counter32(0));
        column.put(14, (d, i) -> counter32(i.inPackets(d.boot(), d.now()) / 100_000));
        column.put(16, (d, i) -> counter32(i.outOctets(d.boot(), d.now())));
        column.put(17, (d, i) -> counter32(i.outPackets(d.boot(), d.now())));
        column.put(19, (d, i) -> counter32(i.outPackets(d.boot(), d.now()) / 50_000));
        column.put(20, (d, i) -> new Counter32(0));
    }

    private void addIfXEntry(int position, int ifIndex) {
        Column column = new Column(IF_X_ENTRY, position, ifIndex);
        column.put(1, (d, i) -> text("ge-0/0/" + (i.number() - 1)));
        column.put(6, (d, i) -> new Counter64(i.inOctets(d.boot(), d.now())));
        column.put(7, (d, i) -> new Counter64(i.inPackets(d.boot(), d.now())));
        column.put(10, (d, i) -> new Counter64(i.outOctets(d.boot(), d.now())));
        column.put(11, (d, i) -> new Counter64(i.outPackets(d.boot(), d.now())));
        column.put(15, (d, i) -> new Gauge32(i.traffic().speedMbps()));
        column.put(18, (d, i) -> text(i.number() == 1 ? "Uplink" : "Access " + (i.number() - 1)));
        column.put(19, (d, i) -> new TimeTicks(0));
    }

    private static OctetString text(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Counter32 counter32(long value) {
        return new Counter32(value & MAX_GAUGE);
    }

    private record Shape(int interfaces, int firstIfIndex) {}

    /** Adds columns of one table for one interface. */
    private final class Column {
        private final String entry;
        private final int position;
        private final int ifIndex;

        Column(String entry, int position, int ifIndex) {
            this.entry = entry;
            this.position = position;
            this.ifIndex = ifIndex;
        }

        void put(int column, BiFunction<DeviceState, SimulatedInterface, Variable> value) {
            variables.put(new OID(entry + column + "." + ifIndex), d -> value.apply(d, d.byPosition(position)));
        }
    }
}
