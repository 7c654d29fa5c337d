package net.dotmac.snmp.ra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dotmac.snmp.SnmpFailure;
import org.snmp4j.smi.Address;

/**
 * Why a device might not answer: what it, or somebody in its name, sent lately that can't be trusted. A request that times
 * out looks here for a better reason than "no answer". Bounded: the oldest hints are forgotten.
 */
final class Hints {

    private static final int MAX_ADDRESSES = 10_000;

    private final Map<Address, Hint> byAddress = new LinkedHashMap<>();

    synchronized void note(Address from, SnmpFailure.Kind kind, String detail) {
        byAddress.remove(from);
        byAddress.put(from, new Hint(System.nanoTime(), new SnmpFailure(kind, detail)));
        if (byAddress.size() > MAX_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    /** The latest hint about an address, if it came after the request was sent. */
    synchronized Optional<SnmpFailure> since(long sentNanos, Address address) {
        Hint hint = byAddress.get(address);
        return hint == null || hint.nanos - sentNanos < 0 ? Optional.empty() : Optional.of(hint.failure);
    }

    private record Hint(long nanos, SnmpFailure failure) {}
}
