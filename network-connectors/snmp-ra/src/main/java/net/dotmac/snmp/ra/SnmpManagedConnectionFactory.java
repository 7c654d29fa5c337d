package net.dotmac.snmp.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;
import net.dotmac.snmp.SnmpConnection;
import net.dotmac.snmp.SnmpConnectionFactory;

/** Makes connections. They are all alike: whom to ask and with which secret comes with each request. */
@ConnectionDefinition(
        connectionFactory = SnmpConnectionFactory.class,
        connectionFactoryImpl = PooledSnmpConnectionFactory.class,
        connection = SnmpConnection.class,
        connectionImpl = PooledSnmpConnection.class)
public class SnmpManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private transient SnmpResourceAdapter adapter;
    private transient PrintWriter logWriter;

    @Override
    public Object createConnectionFactory(ConnectionManager connections) {
        return new PooledSnmpConnectionFactory(this, connections);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("the SNMP connector runs in an application server only");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
        return new SnmpManagedConnection(adapter);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set candidates, Subject subject, ConnectionRequestInfo info) {
        for (Object candidate : candidates) {
            if (candidate instanceof SnmpManagedConnection connection) {
                return connection;
            }
        }
        return null;
    }

    SnmpResourceAdapter adapter() {
        return adapter;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        adapter = (SnmpResourceAdapter) resourceAdapter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    /** Factories have no settings of their own, so all of one adapter are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SnmpManagedConnectionFactory that && adapter == that.adapter;
    }

    @Override
    public int hashCode() {
        return SnmpManagedConnectionFactory.class.hashCode();
    }
}
