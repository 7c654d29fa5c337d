package net.dotmac.collections;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells what is being collected of accounts already: nobody is dunned for a debt that a direct debit is on its way for. */
public interface DebitsInFlight {

    /**
     * Sums by account, in minor units of its currency; accounts with nothing in flight are left out. A debit is in flight from
     * its order until it is booked as a payment or has failed.
     */
    Map<UUID, Long> of(Collection<UUID> billingAccountIds);
}
