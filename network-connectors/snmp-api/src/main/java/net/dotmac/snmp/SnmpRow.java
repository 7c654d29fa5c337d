package net.dotmac.snmp;

import java.util.List;
import java.util.Objects;

/**
 * A conceptual row (RFC 2578 §7.1.12).
 *
 * @param index what follows the columns' OIDs
 * @param cells one value per column asked for; {@link SnmpValue.Missing#NO_SUCH_INSTANCE} where the row lacks the column
 */
public record SnmpRow(Oid index, List<SnmpValue> cells) {

    public SnmpRow {
        Objects.requireNonNull(index, "index");
        cells = List.copyOf(cells);
    }

    public SnmpValue cell(int column) {
        return cells.get(column);
    }
}
