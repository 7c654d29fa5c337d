package net.dotmac.snmp.ra;

import java.util.List;
import java.util.concurrent.CompletionStage;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpResult;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.WalkLimits;

/** The handle an application holds. */
public final class PooledSnmpConnection implements SnmpConnection {

    private final SnmpSession session;
    private volatile SnmpManagedConnection owner;

    PooledSnmpConnection(SnmpManagedConnection owner, SnmpSession session) {
        this.owner = owner;
        this.session = session;
    }

    @Override
    public CompletionStage<SnmpResult> get(SnmpTarget target, List<Oid> oids) {
        requireOpen();
        requireSize("OIDs", oids, MAX_OIDS);
        return new Get(session, target).run(List.copyOf(oids));
    }

    @Override
    public CompletionStage<SnmpTable> bulkWalk(SnmpTarget target, List<Oid> columns, WalkLimits limits) {
        requireOpen();
        requireSize("columns", columns, MAX_COLUMNS);
        return new Walk(session, target, columns, limits).run();
    }

    private void requireOpen() {
        if (owner == null) {
            throw new IllegalStateException("this SNMP connection is closed");
        }
    }

    private static void requireSize(String what, List<Oid> oids, int max) {
        if (oids.isEmpty() || oids.size() > max) {
            throw new IllegalArgumentException("expected 1 to " + max + " " + what + ", found " + oids.size());
        }
    }

    void moveTo(SnmpManagedConnection newOwner) {
        SnmpManagedConnection previous = owner;
        if (previous != null) {
            previous.remove(this);
        }
        owner = newOwner;
    }

    /** The container takes the connection back without asking. */
    void invalidate() {
        owner = null;
    }

    @Override
    public void close() {
        SnmpManagedConnection closing = owner;
        owner = null;
        if (closing != null) {
            closing.closed(this);
        }
    }
}
