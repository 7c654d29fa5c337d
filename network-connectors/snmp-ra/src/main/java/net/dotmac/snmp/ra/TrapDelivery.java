package net.dotmac.snmp.ra;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.atomic.AtomicInteger;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpTrapListener;

/**
 * Hands notifications to the message-driven bean, each on a thread of the container. At most a limit of them wait; the rest
 * is dropped and counted, because a storm of traps must not become a storm of memory.
 */
final class TrapDelivery {

    private static final System.Logger LOG = System.getLogger(TrapDelivery.class.getName());

    private final MessageEndpointFactory endpoints;
    private final WorkManager workManager;
    private final int limit;
    private final Counters counters;
    private final AtomicInteger waiting = new AtomicInteger();

    TrapDelivery(MessageEndpointFactory endpoints, WorkManager workManager, int limit, Counters counters) {
        this.endpoints = endpoints;
        this.workManager = workManager;
        this.limit = limit;
        this.counters = counters;
    }

    /** @return whether the notification will be delivered */
    boolean offer(SnmpTrap trap) {
        if (waiting.incrementAndGet() > limit) {
            waiting.decrementAndGet();
            counters.trapsDropped.increment();
            return false;
        }
        try {
            workManager.scheduleWork(new Delivery(trap));
            return true;
        } catch (WorkException e) {
            waiting.decrementAndGet();
            counters.trapsDropped.increment();
            LOG.log(System.Logger.Level.DEBUG, "a notification was dropped: {0}", e.getMessage());
            return false;
        }
    }

    private void deliver(SnmpTrap trap) {
        MessageEndpoint endpoint = null;
        try {
            endpoint = endpoints.createEndpoint(null);
            ((SnmpTrapListener) endpoint).onTrap(trap);
            counters.trapsDelivered.increment();
        } catch (UnavailableException | RuntimeException e) {
            counters.trapsDropped.increment();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the application did not take a notification of {0}: {1}",
                    trap.sourceAddress(),
                    e.toString());
        } finally {
            waiting.decrementAndGet();
            if (endpoint != null) {
                endpoint.release();
            }
        }
    }

    private final class Delivery implements Work {
        private final SnmpTrap trap;

        Delivery(SnmpTrap trap) {
            this.trap = trap;
        }

        @Override
        public void run() {
            deliver(trap);
        }

        @Override
        public void release() {
            // One call of the bean; it ends by itself.
        }
    }
}
