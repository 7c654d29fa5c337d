package net.dotmac.services;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks for billing accounts. Billing answers: it knows this domain, and this domain does not know it. */
public interface Payers {

    Optional<Payer> find(UUID billingAccountId);

    /** The cycle days of these accounts; unknown ones are missing. */
    Map<UUID, Integer> cycleDays(Collection<UUID> billingAccountIds);
}
