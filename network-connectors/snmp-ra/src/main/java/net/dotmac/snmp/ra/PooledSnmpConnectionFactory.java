package net.dotmac.snmp.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;
import net.dotmac.snmp.SnmpStatistics;

/** What applications find in JNDI. */
public final class PooledSnmpConnectionFactory implements SnmpConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final SnmpManagedConnectionFactory factory;

    @SuppressWarnings("serial")
    private final ConnectionManager connections;

    private Reference reference;

    PooledSnmpConnectionFactory(SnmpManagedConnectionFactory factory, ConnectionManager connections) {
        this.factory = factory;
        this.connections = connections;
    }

    @Override
    public SnmpConnection getConnection() throws ResourceException {
        return (SnmpConnection) connections.allocateConnection(factory, null);
    }

    @Override
    public SnmpStatistics statistics() {
        return factory.adapter().statistics();
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference newReference) {
        reference = newReference;
    }
}
