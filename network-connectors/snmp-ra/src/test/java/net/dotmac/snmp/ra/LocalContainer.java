package net.dotmac.snmp.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;
import net.dotmac.snmp.SnmpTrap;
import net.dotmac.snmp.SnmpTrapListener;

/** The little of an application server that the adapter needs. */
final class LocalContainer implements BootstrapContext, ConnectionManager, ConnectionEventListener, AutoCloseable {

    private static final long serialVersionUID = 1L;

    final transient SnmpResourceAdapter adapter = new SnmpResourceAdapter();
    final AtomicInteger connectionsClosed = new AtomicInteger();
    private final transient ExecutorService threads = Executors.newFixedThreadPool(2);
    private final transient SnmpManagedConnectionFactory managed = new SnmpManagedConnectionFactory();

    LocalContainer() throws ResourceException {
        adapter.start(this);
        managed.setResourceAdapter(adapter);
    }

    SnmpConnectionFactory factory() {
        return (SnmpConnectionFactory) managed.createConnectionFactory(this);
    }

    SnmpConnection connect() throws ResourceException {
        return factory().getConnection();
    }

    /** Listens for traps; returns the port. */
    int listen(SnmpTrapActivationSpec spec, SnmpTrapListener listener) throws ResourceException {
        adapter.endpointActivation(new Endpoints(listener), spec);
        return adapter.trapPort(spec);
    }

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo info)
            throws ResourceException {
        ManagedConnection connection = factory.createManagedConnection(null, info);
        connection.addConnectionEventListener(this);
        return connection.getConnection(null, info);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        connectionsClosed.incrementAndGet();
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {}

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}

    @Override
    public WorkManager getWorkManager() {
        return new Works();
    }

    @Override
    public XATerminator getXATerminator() {
        return null;
    }

    @Override
    public Timer createTimer() {
        return new Timer(true);
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> type) {
        return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        return null;
    }

    @Override
    public void close() {
        adapter.stop();
        threads.shutdownNow();
    }

    private final class Works implements WorkManager {

        @Override
        public void doWork(Work work) {
            work.run();
        }

        @Override
        public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
            work.run();
        }

        @Override
        public long startWork(Work work) {
            threads.execute(work);
            return UNKNOWN;
        }

        @Override
        public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
            return startWork(work);
        }

        @Override
        public void scheduleWork(Work work) {
            threads.execute(work);
        }

        @Override
        public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
            threads.execute(work);
        }
    }

    private record Endpoints(SnmpTrapListener listener) implements MessageEndpointFactory {

        @Override
        public MessageEndpoint createEndpoint(XAResource resource) {
            return new Endpoint(listener);
        }

        @Override
        public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
            return createEndpoint(resource);
        }

        @Override
        public boolean isDeliveryTransacted(Method method) {
            return false;
        }

        @Override
        public String getActivationName() {
            return "test";
        }

        @Override
        public Class<?> getEndpointClass() {
            return SnmpTrapListener.class;
        }
    }

    private record Endpoint(SnmpTrapListener listener) implements MessageEndpoint, SnmpTrapListener {

        @Override
        public void onTrap(SnmpTrap trap) {
            listener.onTrap(trap);
        }

        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {}
    }
}
