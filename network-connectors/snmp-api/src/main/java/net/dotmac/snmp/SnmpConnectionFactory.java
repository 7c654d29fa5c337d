package net.dotmac.snmp;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Found in JNDI as {@value #JNDI_NAME}. */
public interface SnmpConnectionFactory extends Serializable, Referenceable {

    String JNDI_NAME = "java:/eis/Snmp";

    /** @throws ResourceException if the connector is not running */
    SnmpConnection getConnection() throws ResourceException;

    /** What the connector has seen since it started. */
    SnmpStatistics statistics();
}
