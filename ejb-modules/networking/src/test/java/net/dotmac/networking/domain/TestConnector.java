package net.dotmac.networking.domain;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Timer;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;
import net.dotmac.snmp.ra.SnmpManagedConnectionFactory;
import net.dotmac.snmp.ra.SnmpResourceAdapter;

/** The real SNMP connector, without an application server. */
final class TestConnector implements AutoCloseable {

    private final SnmpResourceAdapter adapter = new SnmpResourceAdapter();
    private final SnmpConnectionFactory factory;

    TestConnector() throws ResourceException {
        adapter.start(new NoServer());
        SnmpManagedConnectionFactory managed = new SnmpManagedConnectionFactory();
        managed.setResourceAdapter(adapter);
        factory = (SnmpConnectionFactory) managed.createConnectionFactory(new Unpooled());
    }

    SnmpConnection connect() throws ResourceException {
        return factory.getConnection();
    }

    @Override
    public void close() {
        adapter.stop();
    }

    private static final class Unpooled implements ConnectionManager {
        private static final long serialVersionUID = 1L;

        @Override
        public Object allocateConnection(ManagedConnectionFactory managed, ConnectionRequestInfo info)
                throws ResourceException {
            return managed.createManagedConnection(null, info).getConnection(null, info);
        }
    }

    private static final class NoServer implements BootstrapContext {

        @Override
        public WorkManager getWorkManager() {
            return null;
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
    }
}
