package net.dotmac.networking.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.snmp.SnmpFailure;

/** What became of asking a device. */
public sealed interface PolledDevice {

    UUID deviceId();

    Instant at();

    /**
     * It answered.
     *
     * @param clocks its clocks
     * @param sysName its words, cleaned and cut; the next two too
     * @param interfaces what it said of its interfaces, by number
     * @param isComplete whether those are all it has
     */
    record Reached(
            UUID deviceId,
            Instant at,
            DeviceClocks clocks,
            String sysName,
            String sysDescr,
            String sysObjectId,
            List<PolledInterface> interfaces,
            boolean isComplete)
            implements PolledDevice {

        public Reached {
            interfaces = List.copyOf(interfaces);
        }
    }

    /** It did not answer usably. */
    record Unreached(UUID deviceId, Instant at, SnmpFailure failure) implements PolledDevice {}
}
