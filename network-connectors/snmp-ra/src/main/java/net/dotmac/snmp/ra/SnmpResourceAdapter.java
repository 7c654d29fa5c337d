package net.dotmac.snmp.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import net.dotmac.snmp.SnmpStatistics;

/**
 * SNMP as a connector: requests go out through connections, notifications come in through message endpoints. SNMP knows no
 * transactions, so neither does the adapter.
 */
@Connector(
        displayName = "DotMac SNMP",
        vendorName = "DotMac",
        eisType = "SNMP",
        version = "1.0",
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class SnmpResourceAdapter implements ResourceAdapter {

    @ConfigProperty(defaultValue = "2", description = "Threads that decode answers")
    private Integer threads = 2;

    @ConfigProperty(defaultValue = "20000", description = "Requests that may wait for an answer at once")
    private Integer maxInFlight = 20_000;

    private final transient Map<Activation, TrapReceiver> receivers = new ConcurrentHashMap<>();
    private final transient Counters counters = new Counters();
    private transient volatile SnmpSession session;
    private transient volatile WorkManager workManager;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        workManager = context.getWorkManager();
        try {
            session = new SnmpSession(threads, maxInFlight, counters);
        } catch (IOException e) {
            throw new ResourceAdapterInternalException("the SNMP connector can't open a UDP socket", e);
        }
    }

    @Override
    public void stop() {
        receivers.values().forEach(TrapReceiver::close);
        receivers.clear();
        SnmpSession ending = session;
        session = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (IOException e) {
                System.getLogger(SnmpResourceAdapter.class.getName())
                        .log(System.Logger.Level.WARNING, "the SNMP session did not close cleanly", e);
            }
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof SnmpTrapActivationSpec trapSpec)) {
            throw new NotSupportedException("expected a SnmpTrapActivationSpec, found " + spec);
        }
        trapSpec.validate();
        try {
            TrapDelivery delivery = new TrapDelivery(factory, workManager, trapSpec.getQueueLimit(), counters);
            TrapReceiver receiver = new TrapReceiver(trapSpec, delivery, counters);
            receivers.put(new Activation(factory, spec), receiver);
        } catch (IOException e) {
            throw new ResourceException(
                    "can't listen for traps on " + trapSpec.getBindAddress() + ":" + trapSpec.getPort() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        TrapReceiver receiver = receivers.remove(new Activation(factory, spec));
        if (receiver != null) {
            receiver.close();
        }
    }

    /** Nothing to recover: SNMP has no transactions. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    /** @throws ResourceException if the adapter is not running */
    SnmpSession session() throws ResourceException {
        SnmpSession running = session;
        if (running == null) {
            throw new ResourceException("the SNMP connector is not running");
        }
        return running;
    }

    SnmpStatistics statistics() {
        SnmpSession running = session;
        return counters.snapshot(running == null ? 0 : running.inFlight());
    }

    /** The UDP port of an activated endpoint: the one it took if its specification asked for 0. */
    int trapPort(ActivationSpec spec) {
        return receivers.entrySet().stream()
                .filter(entry -> entry.getKey().spec == spec)
                .mapToInt(entry -> entry.getValue().port())
                .findFirst()
                .orElseThrow();
    }

    public Integer getThreads() {
        return threads;
    }

    public void setThreads(Integer threads) {
        this.threads = threads;
    }

    public Integer getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(Integer maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnmpResourceAdapter that
                && threads.equals(that.threads)
                && maxInFlight.equals(that.maxInFlight);
    }

    @Override
    public int hashCode() {
        return Objects.hash(threads, maxInFlight);
    }

    /** Specifications are told apart as objects: two beans may listen alike. */
    private record Activation(MessageEndpointFactory factory, ActivationSpec spec) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Activation that && factory == that.factory && spec == that.spec;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(factory) * 31 + System.identityHashCode(spec);
        }
    }
}
