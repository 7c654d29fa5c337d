package net.dotmac.snmp.ra;

import java.util.concurrent.atomic.LongAdder;
import net.dotmac.snmp.SnmpStatistics;

/** What the adapter has seen, shared by its outbound session and its listeners. */
final class Counters {

    final LongAdder requests = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder timeouts = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder undecodable = new LongAdder();
    final LongAdder trapsDelivered = new LongAdder();
    final LongAdder trapsRejected = new LongAdder();
    final LongAdder trapsDropped = new LongAdder();

    SnmpStatistics snapshot(long inFlight) {
        return new SnmpStatistics(
                requests.sum(),
                inFlight,
                timeouts.sum(),
                failures.sum(),
                undecodable.sum(),
                trapsDelivered.sum(),
                trapsRejected.sum(),
                trapsDropped.sum());
    }
}
