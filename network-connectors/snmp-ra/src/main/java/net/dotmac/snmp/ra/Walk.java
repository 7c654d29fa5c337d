package net.dotmac.snmp.ra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpRow;
import net.dotmac.snmp.SnmpTable;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import net.dotmac.snmp.WalkLimits;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Reads columns of a table side by side. Each column has its own cursor, which must advance with every variable; a column
 * ends when the device leaves it. Every way a device could keep a walk going for ever has its limit: rows, variables, bytes,
 * time, and the demand to advance.
 *
 * <p>Steps follow one another, each on the thread that brought the answer; nothing here runs twice at once.
 */
final class Walk {

    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final SnmpSession session;
    private final SnmpTarget target;
    private final WalkLimits limits;
    private final List<Column> columns = new ArrayList<>();
    private final TreeMap<Oid, SnmpValue[]> rows = new TreeMap<>();
    private final long startNanos = System.nanoTime();
    private final CompletableFuture<SnmpTable> table = new CompletableFuture<>();
    private int repetitions;
    private long bindings;
    private long bytes;

    Walk(SnmpSession session, SnmpTarget target, List<Oid> roots, WalkLimits limits) {
        this.session = session;
        this.target = target;
        this.limits = limits;
        this.repetitions = Math.min(target.maxRepetitions(), limits.maxRows() + 1);
        for (Oid root : roots) {
            columns.add(new Column(columns.size(), root));
        }
    }

    CompletableFuture<SnmpTable> run() {
        step();
        return table;
    }

    private void step() {
        List<Column> open = columns.stream().filter(column -> !column.done).toList();
        if (open.isEmpty()) {
            finish(Optional.empty());
            return;
        }
        if ((System.nanoTime() - startNanos) / 1_000_000 > limits.maxMillis()) {
            fail(SnmpFailure.Kind.TOO_SLOW, "the walk takes longer than " + limits.maxMillis() + " ms");
            return;
        }
        boolean isV1 = target.version() == SnmpVersion.V1;
        PDU pdu = Targets.pdu(target, isV1 ? PDU.GETNEXT : PDU.GETBULK);
        if (!isV1) {
            pdu.setNonRepeaters(0);
            pdu.setMaxRepetitions(repetitions);
        }
        open.forEach(column -> pdu.add(new VariableBinding(column.cursor)));
        session.send(target, pdu).thenAccept(reply -> receive(open, reply)).exceptionally(this::broken);
    }

    /** A defect of ours must not leave the caller waiting. */
    private Void broken(Throwable cause) {
        fail(SnmpFailure.Kind.MISMATCH, "the answer could not be read: " + cause.getMessage());
        return null;
    }

    private void receive(List<Column> open, Reply reply) {
        if (reply.isFailure()) {
            finish(Optional.of(reply.failure()));
        } else if (reply.errorStatus() != 0) {
            receiveError(open, reply);
        } else {
            bytes += reply.response().getBERLength();
            Optional<SnmpFailure> failure = read(open, reply.response());
            if (failure.isPresent()) {
                finish(failure);
            } else {
                step();
            }
        }
    }

    private void receiveError(List<Column> open, Reply reply) {
        int index = reply.response().getErrorIndex();
        boolean isV1 = target.version() == SnmpVersion.V1;
        if (reply.errorStatus() == PDU.noSuchName && isV1 && index >= 1 && index <= open.size()) {
            open.get(index - 1).done = true;
            step();
        } else if (reply.errorStatus() == PDU.tooBig && repetitions > 1 && !isV1) {
            repetitions /= 2;
            step();
        } else {
            finish(Optional.of(reply.statusFailure()));
        }
    }

    private Optional<SnmpFailure> read(List<Column> open, PDU response) {
        int asked = target.version() == SnmpVersion.V1 ? open.size() : open.size() * repetitions;
        if (response.size() > asked) {
            return failure(
                    SnmpFailure.Kind.MISMATCH,
                    response.size() + " variables where at most " + asked + " were asked for");
        }
        boolean advanced = false;
        for (int i = 0; i < response.size(); i++) {
            Column column = open.get(i % open.size());
            if (column.done) {
                continue;
            }
            VariableBinding found = response.get(i);
            if (Variables.isMissing(found) || !column.contains(found.getOid())) {
                column.done = true;
                advanced = true;
                continue;
            }
            if (found.getOid().compareTo(column.cursor) <= 0) {
                return failure(SnmpFailure.Kind.LOOP, found.getOid() + " follows " + column.cursor);
            }
            column.cursor = found.getOid();
            advanced = true;
            if (!store(column, found)) {
                return failure(SnmpFailure.Kind.TOO_LARGE, "the table is larger than " + limits);
            }
        }
        return advanced ? Optional.empty() : failure(SnmpFailure.Kind.LOOP, "the device answered with nothing new");
    }

    /** @return false if a limit is reached */
    private boolean store(Column column, VariableBinding found) {
        bindings++;
        Oid index = Variables.fromLibrary(found.getOid()).below(column.root);
        SnmpValue[] cells = rows.get(index);
        if (cells == null) {
            if (rows.size() >= limits.maxRows()) {
                return false;
            }
            cells = new SnmpValue[columns.size()];
            Arrays.fill(cells, SnmpValue.Missing.NO_SUCH_INSTANCE);
            rows.put(index, cells);
        }
        cells[column.position] = Variables.fromLibrary(found.getVariable());
        return bindings <= limits.maxBindings() && bytes <= MAX_BYTES;
    }

    private static Optional<SnmpFailure> failure(SnmpFailure.Kind kind, String detail) {
        return Optional.of(new SnmpFailure(kind, detail));
    }

    private void fail(SnmpFailure.Kind kind, String detail) {
        finish(failure(kind, detail));
    }

    private void finish(Optional<SnmpFailure> failure) {
        List<SnmpRow> found = new ArrayList<>(rows.size());
        rows.forEach((index, cells) -> found.add(new SnmpRow(index, List.of(cells))));
        table.complete(new SnmpTable(found, failure));
    }

    private static final class Column {
        private final int position;
        private final Oid root;
        private final OID libraryRoot;
        private OID cursor;
        private boolean done;

        Column(int position, Oid root) {
            this.position = position;
            this.root = root;
            this.libraryRoot = Variables.toLibrary(root);
            this.cursor = libraryRoot;
        }

        boolean contains(OID oid) {
            return oid.size() > libraryRoot.size() && oid.startsWith(libraryRoot);
        }
    }
}
