package net.dotmac.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells the numbers of invoices and credit notes, for exports to name. Billing fills it. */
public interface DocumentNumbers {

    /** The numbers of these documents; what is no document of billing's is left out. */
    Map<UUID, String> of(Collection<UUID> documentIds);
}
