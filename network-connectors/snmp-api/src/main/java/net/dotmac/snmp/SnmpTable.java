package net.dotmac.snmp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a walk found.
 *
 * @param rows in index order; what was read before a failure is kept
 * @param failure why the walk ended early, or empty if the rows are all there are
 */
public record SnmpTable(List<SnmpRow> rows, Optional<SnmpFailure> failure) {

    public SnmpTable {
        rows = List.copyOf(rows);
        Objects.requireNonNull(failure, "failure");
    }

    public boolean isComplete() {
        return failure.isEmpty();
    }
}
