package net.dotmac.snmp.ra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dotmac.snmp.Oid;
import net.dotmac.snmp.SnmpAnswer;
import net.dotmac.snmp.SnmpBinding;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpResult;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpValue;
import net.dotmac.snmp.SnmpVersion;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/**
 * Asks for single variables: in portions a datagram can hold, in halves when the device says tooBig, and again without the
 * one that a V1 device lacks, since V1 refuses the whole request for it.
 */
final class Get {

    private static final int PORTION = 100;

    private final SnmpSession session;
    private final SnmpTarget target;

    Get(SnmpSession session, SnmpTarget target) {
        this.session = session;
        this.target = target;
    }

    CompletableFuture<SnmpResult> run(List<Oid> oids) {
        return oids.size() <= PORTION ? ask(oids) : inTwo(oids, PORTION);
    }

    private CompletableFuture<SnmpResult> inTwo(List<Oid> oids, int cut) {
        return run(oids.subList(0, cut)).thenCompose(first -> {
            if (!(first instanceof SnmpAnswer head)) {
                return CompletableFuture.completedFuture(first);
            }
            return run(oids.subList(cut, oids.size()))
                    .thenApply(second -> second instanceof SnmpAnswer tail ? join(head, tail) : second);
        });
    }

    private static SnmpResult join(SnmpAnswer head, SnmpAnswer tail) {
        List<SnmpBinding> all = new ArrayList<>(head.bindings());
        all.addAll(tail.bindings());
        return new SnmpAnswer(all);
    }

    private CompletableFuture<SnmpResult> ask(List<Oid> oids) {
        PDU pdu = Targets.pdu(target, PDU.GET);
        oids.forEach(oid -> pdu.add(new VariableBinding(Variables.toLibrary(oid))));
        return session.send(target, pdu).thenCompose(reply -> read(oids, reply));
    }

    private CompletableFuture<SnmpResult> read(List<Oid> oids, Reply reply) {
        if (reply.isFailure()) {
            return CompletableFuture.completedFuture(reply.failure());
        }
        int status = reply.errorStatus();
        if (status == PDU.tooBig && oids.size() > 1) {
            return inTwo(oids, oids.size() / 2);
        }
        if (status == PDU.noSuchName && target.version() == SnmpVersion.V1) {
            return without(oids, reply.response().getErrorIndex() - 1);
        }
        if (status != 0) {
            return CompletableFuture.completedFuture(reply.statusFailure());
        }
        return CompletableFuture.completedFuture(check(oids, reply.response()));
    }

    /** Asks again for the rest, and puts "no such" where the missing one was. */
    private CompletableFuture<SnmpResult> without(List<Oid> oids, int missing) {
        if (missing < 0 || missing >= oids.size()) {
            return CompletableFuture.completedFuture(mismatch("an error index that points nowhere"));
        }
        SnmpBinding gap = new SnmpBinding(oids.get(missing), SnmpValue.Missing.NO_SUCH_OBJECT);
        if (oids.size() == 1) {
            return CompletableFuture.completedFuture(new SnmpAnswer(List.of(gap)));
        }
        List<Oid> rest = new ArrayList<>(oids);
        rest.remove(missing);
        return ask(rest).thenApply(result -> {
            if (!(result instanceof SnmpAnswer answer)) {
                return result;
            }
            List<SnmpBinding> all = new ArrayList<>(answer.bindings());
            all.add(missing, gap);
            return new SnmpAnswer(all);
        });
    }

    private static SnmpResult check(List<Oid> oids, PDU response) {
        if (response.size() != oids.size()) {
            return mismatch(response.size() + " variables instead of " + oids.size());
        }
        List<SnmpBinding> bindings = Variables.fromLibrary(response.getVariableBindings());
        for (int i = 0; i < bindings.size(); i++) {
            if (!bindings.get(i).oid().equals(oids.get(i))) {
                return mismatch(bindings.get(i).oid() + " where " + oids.get(i) + " was asked for");
            }
        }
        return new SnmpAnswer(bindings);
    }

    private static SnmpFailure mismatch(String what) {
        return new SnmpFailure(SnmpFailure.Kind.MISMATCH, "the device answered with " + what);
    }
}
