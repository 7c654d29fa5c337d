package net.dotmac.networking.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.networking.domain.CounterReading.Counter;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpRow;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;

/**
 * Reads IF-MIB (RFC 2863): which columns to ask for, and what a row means. Whatever a device puts there, the result has
 * known words, bounded texts and plausible numbers.
 */
final class IfMib {

    static final Oid IF_INDEX = Oid.parse("1.3.6.1.2.1.2.2.1.1");

    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_X_ENTRY = Oid.parse("1.3.6.1.2.1.31.1.1.1");
    private static final int MAX_TEXT = 255;
    private static final long TICKS = 0xFFFF_FFFFL;
    private static final List<String> ADMIN = List.of("unknown", "up", "down", "testing");
    private static final List<String> OPER =
            List.of("unknown", "up", "down", "testing", "unknown", "dormant", "notPresent", "lowerLayerDown");

    private final List<Column> columns;

    private IfMib(List<Column> columns) {
        this.columns = columns;
    }

    /** What to ask of a device: always status and counters, names and speeds only now and then. */
    static IfMib columns(SnmpVersion version, boolean isFull) {
        List<Column> wanted = new ArrayList<>(List.of(
                Column.IF_NAME,
                Column.ADMIN_STATUS,
                Column.OPER_STATUS,
                Column.IN_ERRORS,
                Column.OUT_ERRORS,
                Column.IN_DISCARDS,
                Column.OUT_DISCARDS));
        if (version == SnmpVersion.V1) {
            wanted.addAll(List.of(Column.IN_OCTETS, Column.OUT_OCTETS, Column.IN_PACKETS, Column.OUT_PACKETS));
        } else {
            wanted.addAll(
                    List.of(Column.HC_IN_OCTETS, Column.HC_OUT_OCTETS, Column.HC_IN_PACKETS, Column.HC_OUT_PACKETS));
        }
        if (isFull) {
            wanted.addAll(List.of(Column.IF_DESCR, Column.IF_ALIAS, Column.HIGH_SPEED, Column.SPEED));
            if (version != SnmpVersion.V1) {
                wanted.addAll(List.of(Column.IN_OCTETS, Column.OUT_OCTETS));
            }
        }
        return new IfMib(wanted);
    }

    List<Oid> oids() {
        return columns.stream().map(column -> column.oid).toList();
    }

    /** The rows, with names made unique: two interfaces of one name would be taken for one. */
    List<PolledInterface> read(SnmpTable table) {
        List<PolledInterface> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SnmpRow row : table.rows()) {
            if (row.index().length() == 1) {
                PolledInterface one = read(row);
                if (!names.add(one.name())) {
                    one = rename(one, Texts.cut(one.name(), MAX_TEXT - 12, "if") + "#" + one.ifIndex());
                    names.add(one.name());
                }
                found.add(one);
            }
        }
        return found;
    }

    private static PolledInterface rename(PolledInterface one, String name) {
        return new PolledInterface(
                one.ifIndex(),
                name,
                one.alias(),
                one.speedMbps(),
                one.adminStatus(),
                one.operStatus(),
                one.bits(),
                one.counters());
    }

    private PolledInterface read(SnmpRow row) {
        long ifIndex = row.index().arc(0);
        String name = text(row, Column.IF_NAME);
        String descr = text(row, Column.IF_DESCR);
        boolean isWide = number(row, Column.HC_IN_OCTETS) != null || number(row, Column.HC_OUT_OCTETS) != null;
        return new PolledInterface(
                ifIndex,
                Texts.cut(name, MAX_TEXT, Texts.cut(descr, MAX_TEXT, "if" + ifIndex)),
                text(row, Column.IF_ALIAS),
                speed(row),
                word(ADMIN, number(row, Column.ADMIN_STATUS)),
                word(OPER, number(row, Column.OPER_STATUS)),
                isWide ? 64 : 32,
                counters(row, isWide));
    }

    private Map<Counter, Long> counters(SnmpRow row, boolean isWide) {
        Map<Counter, Long> counters = new EnumMap<>(Counter.class);
        put(counters, Counter.IN_OCTETS, row, isWide ? Column.HC_IN_OCTETS : Column.IN_OCTETS);
        put(counters, Counter.OUT_OCTETS, row, isWide ? Column.HC_OUT_OCTETS : Column.OUT_OCTETS);
        put(counters, Counter.IN_PACKETS, row, isWide ? Column.HC_IN_PACKETS : Column.IN_PACKETS);
        put(counters, Counter.OUT_PACKETS, row, isWide ? Column.HC_OUT_PACKETS : Column.OUT_PACKETS);
        put(counters, Counter.IN_ERRORS, row, Column.IN_ERRORS);
        put(counters, Counter.OUT_ERRORS, row, Column.OUT_ERRORS);
        put(counters, Counter.IN_DISCARDS, row, Column.IN_DISCARDS);
        put(counters, Counter.OUT_DISCARDS, row, Column.OUT_DISCARDS);
        return counters;
    }

    private void put(Map<Counter, Long> counters, Counter counter, SnmpRow row, Column column) {
        Long value = number(row, column);
        if (value != null) {
            counters.put(counter, value);
        }
    }

    private Long speed(SnmpRow row) {
        Long mbps = number(row, Column.HIGH_SPEED);
        if (mbps != null && mbps > 0) {
            return mbps;
        }
        Long bps = number(row, Column.SPEED);
        return bps == null || bps <= 0 || bps == TICKS ? null : Math.max(1, bps / 1_000_000);
    }

    private SnmpValue cell(SnmpRow row, Column column) {
        int position = columns.indexOf(column);
        return position < 0 ? SnmpValue.Missing.NO_SUCH_INSTANCE : row.cell(position);
    }

    private Long number(SnmpRow row, Column column) {
        SnmpValue value = cell(row, column);
        return value.number().isPresent() ? (Long) value.number().getAsLong() : null;
    }

    private String text(SnmpRow row, Column column) {
        return cell(row, column) instanceof SnmpValue.Octets octets ? octets.text(MAX_TEXT) : null;
    }

    private static String word(List<String> words, Long number) {
        return number == null || number < 0 || number >= words.size() ? "unknown" : words.get(number.intValue());
    }

    private enum Column {
        IF_DESCR(IF_ENTRY, 2),
        SPEED(IF_ENTRY, 5),
        ADMIN_STATUS(IF_ENTRY, 7),
        OPER_STATUS(IF_ENTRY, 8),
        IN_OCTETS(IF_ENTRY, 10),
        IN_PACKETS(IF_ENTRY, 11),
        IN_DISCARDS(IF_ENTRY, 13),
        IN_ERRORS(IF_ENTRY, 14),
        OUT_OCTETS(IF_ENTRY, 16),
        OUT_PACKETS(IF_ENTRY, 17),
        OUT_DISCARDS(IF_ENTRY, 19),
        OUT_ERRORS(IF_ENTRY, 20),
        IF_NAME(IF_X_ENTRY, 1),
        HC_IN_OCTETS(IF_X_ENTRY, 6),
        HC_IN_PACKETS(IF_X_ENTRY, 7),
        HC_OUT_OCTETS(IF_X_ENTRY, 10),
        HC_OUT_PACKETS(IF_X_ENTRY, 11),
        HIGH_SPEED(IF_X_ENTRY, 15),
        IF_ALIAS(IF_X_ENTRY, 18);

        private final Oid oid;

        Column(Oid entry, int number) {
            this.oid = entry.append(number);
        }
    }
}
