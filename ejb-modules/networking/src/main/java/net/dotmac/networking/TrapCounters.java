package net.dotmac.networking;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;
import net.dotmac.snmp.SnmpConnectionFactory;
import net.dotmac.snmp.SnmpStatistics;

/** How many traps this node took, how many came from nobody, and how many were none. */
@ApplicationScoped
public class TrapCounters {

    private final LongAdder received = new LongAdder();
    private final LongAdder unknownSources = new LongAdder();

    @Resource(lookup = SnmpConnectionFactory.JNDI_NAME)
    private SnmpConnectionFactory snmp;

    public void received() {
        received.increment();
    }

    public void unknownSource() {
        unknownSources.increment();
    }

    /** Since the start, with what the connector refused before anybody was asked whose it is. */
    public TrapStatistics statistics() {
        SnmpStatistics connector = snmp.statistics();
        return new TrapStatistics(
                received.sum(),
                unknownSources.sum(),
                connector.trapsRejected(),
                connector.trapsDropped(),
                connector.undecodable());
    }
}
