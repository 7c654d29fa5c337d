package net.dotmac.snmp.ra;

import java.util.concurrent.CompletableFuture;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpTarget;
import org.snmp4j.AbstractTarget;
import org.snmp4j.PDU;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;

/** One request and what becomes of it. */
final class Exchange implements ResponseListener {

    private final SnmpSession session;
    private final SnmpTarget target;
    private final AbstractTarget<UdpAddress> used;
    private final long sentNanos = System.nanoTime();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Exchange(SnmpSession session, SnmpTarget target, AbstractTarget<UdpAddress> used) {
        this.session = session;
        this.target = target;
        this.used = used;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    @Override
    public <A extends Address> void onResponse(ResponseEvent<A> event) {
        session.library().cancel(event.getRequest(), this);
        complete(judge(event));
    }

    void fail(SnmpFailure.Kind kind, String detail) {
        complete(Reply.failed(kind, detail));
    }

    /** A late duplicate changes nothing. Callbacks run here, so what they throw must not reach the library's thread. */
    private synchronized void complete(Reply result) {
        if (!reply.isDone()) {
            session.ended(target, used, result);
            reply.complete(result);
        }
    }

    private Reply judge(ResponseEvent<?> event) {
        if (event.getError() instanceof InterruptedException) {
            return Reply.failed(SnmpFailure.Kind.REFUSED, "the connector is shutting down");
        }
        if (event.getError() != null) {
            return Reply.failed(
                    SnmpFailure.Kind.NOT_SENT, "not sent: " + event.getError().getMessage());
        }
        PDU response = event.getResponse();
        if (response == null) {
            return session.hints()
                    .since(sentNanos, used.getAddress())
                    .map(failure -> new Reply(null, failure))
                    .orElseGet(() -> Reply.failed(
                            SnmpFailure.Kind.TIMEOUT,
                            "no answer in " + (target.retries() + 1) + " tries of " + target.timeoutMillis() + " ms"));
        }
        if (response.getType() == PDU.REPORT) {
            return Reply.failed(
                    SnmpFailure.Kind.AUTHENTICATION,
                    response.size() == 0
                            ? "the device refused the request"
                            : reportText(response.get(0).getOid()));
        }
        if (response.getBERLength() > target.maxSize()) {
            return Reply.failed(
                    SnmpFailure.Kind.TOO_LARGE,
                    "the answer has " + response.getBERLength() + " bytes, more than " + target.maxSize());
        }
        return Reply.of(response);
    }

    /** What the device's engine says is wrong (RFC 3414 §5, usmStats). */
    static String reportText(OID about) {
        if (about.equals(SnmpConstants.usmStatsUnknownUserNames)) {
            return "the device does not know the user";
        } else if (about.equals(SnmpConstants.usmStatsWrongDigests)) {
            return "the device refused the authentication passphrase or protocol";
        } else if (about.equals(SnmpConstants.usmStatsDecryptionErrors)) {
            return "the device could not decrypt: privacy passphrase or protocol differ";
        } else if (about.equals(SnmpConstants.usmStatsUnsupportedSecLevels)) {
            return "the device does not grant the user this security level";
        } else if (about.equals(SnmpConstants.usmStatsNotInTimeWindows)) {
            return "the device's engine time can't be agreed upon";
        }
        return "the device reported " + about;
    }
}
