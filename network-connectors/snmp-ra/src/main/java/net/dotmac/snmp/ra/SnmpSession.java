package net.dotmac.snmp.ra;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.dotmac.snmp.SnmpFailure;
import net.dotmac.snmp.SnmpTarget;
import org.snmp4j.AbstractTarget;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Snmp;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.util.MultiThreadedMessageDispatcher;

/** The one session of all outbound requests: a socket, a few threads, and every request that waits for its answer. */
final class SnmpSession implements AutoCloseable {

    static {
        // An answer counts only if it comes from the address that was asked.
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
    }

    private final Snmp snmp;
    private final MPv3 v3;
    private final Targets targets = new Targets();
    private final Hints hints = new Hints();
    private final Counters counters;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean open = true;

    /** @throws IOException if no socket can be opened */
    SnmpSession(int threads, int maxInFlight, Counters counters) throws IOException {
        this.counters = counters;
        this.maxInFlight = maxInFlight;
        GuardedDispatcher guarded = new GuardedDispatcher(this::undecodable);
        snmp = new Snmp(new MultiThreadedMessageDispatcher(new DispatchPool("snmp", threads), guarded));
        OctetString engineId = new OctetString(MPv3.createLocalEngineID());
        SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {new USM(Protocols.ALL, engineId, 1)});
        v3 = new MPv3(engineId.getValue(), null, Protocols.ALL, models, new CounterSupport());
        guarded.addMessageProcessingModel(new MPv1());
        guarded.addMessageProcessingModel(new MPv2c());
        guarded.addMessageProcessingModel(v3);
        snmp.addTransportMapping(new Datagrams(new UdpAddress("0.0.0.0/0")));
        Snmp.ReportHandler library = snmp.getReportHandler();
        snmp.setReportHandler(new Snmp.ReportHandler() {
            @Override
            public <A extends Address> void processReport(PduHandle handle, CommandResponderEvent<A> event) {
                if (!isMereHint(event)) {
                    library.processReport(handle, event);
                }
            }
        });
        snmp.listen();
    }

    private void undecodable(Address from, String reason) {
        counters.undecodable.increment();
        hints.note(from, SnmpFailure.Kind.UNDECODABLE, "the answer can't be decoded: " + reason);
    }

    /**
     * A report that isn't authenticated could be anybody's. Two of them belong to the discovery of the engine and are
     * harmless; the others are noted, and believed when nothing better comes in time.
     */
    private boolean isMereHint(CommandResponderEvent<?> event) {
        PDU report = event.getPDU();
        if (report.size() != 1 || event.getSecurityLevel() > SecurityLevel.NOAUTH_NOPRIV) {
            return false;
        }
        OID about = report.get(0).getOid();
        if (about.equals(SnmpConstants.usmStatsUnknownEngineIDs)
                || about.equals(SnmpConstants.usmStatsNotInTimeWindows)) {
            return false;
        }
        hints.note(event.getPeerAddress(), SnmpFailure.Kind.AUTHENTICATION, Exchange.reportText(about));
        return true;
    }

    /**
     * Sends a request; the future completes with a reply, never exceptionally.
     *
     * @param pdu from {@link Targets#pdu}
     */
    CompletableFuture<Reply> send(SnmpTarget target, PDU pdu) {
        if (!open) {
            return refused("the connector is shutting down");
        }
        if (inFlight.incrementAndGet() > maxInFlight) {
            inFlight.decrementAndGet();
            return refused("more than " + maxInFlight + " requests are in flight");
        }
        counters.requests.increment();
        AbstractTarget<UdpAddress> libraryTarget = targets.toLibrary(target);
        Exchange exchange = new Exchange(this, target, libraryTarget);
        try {
            snmp.send(pdu, libraryTarget, null, exchange);
        } catch (IOException | RuntimeException e) {
            exchange.fail(SnmpFailure.Kind.NOT_SENT, "not sent: " + e.getMessage());
        }
        return exchange.reply();
    }

    private CompletableFuture<Reply> refused(String why) {
        counters.failures.increment();
        return CompletableFuture.completedFuture(Reply.failed(SnmpFailure.Kind.REFUSED, why));
    }

    /** Bookkeeping at the end of an exchange. */
    void ended(SnmpTarget target, AbstractTarget<UdpAddress> used, Reply reply) {
        inFlight.decrementAndGet();
        if (!reply.isFailure()) {
            counters.answered.increment();
            targets.proved(target, used);
            return;
        }
        switch (reply.failure().kind()) {
            case TIMEOUT -> counters.timeouts.increment();
            default -> counters.failures.increment();
        }
        targets.forget(target);
        v3.removeEngineID(used.getAddress());
    }

    Hints hints() {
        return hints;
    }

    Snmp library() {
        return snmp;
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Ends the session; what is in flight fails as REFUSED. */
    @Override
    public void close() throws IOException {
        open = false;
        snmp.close();
    }
}
