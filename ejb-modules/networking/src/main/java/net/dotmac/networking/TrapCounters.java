package net.dotmac.networking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** How many traps this node took, and how many came from nobody. */
@ApplicationScoped
public class TrapCounters {

    private final LongAdder received = new LongAdder();
    private final LongAdder unknownSources = new LongAdder();

    public void received() {
        received.increment();
    }

    public void unknownSource() {
        unknownSources.increment();
    }

    /** Traps of known devices since the start. */
    public long receivedCount() {
        return received.sum();
    }

    /** Traps since the start whose source is no device, or not one tenant's alone. */
    public long unknownSourceCount() {
        return unknownSources.sum();
    }
}
