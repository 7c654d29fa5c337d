package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.DocumentNumbers;

/** Tells the ledger the numbers of documents, of many at once. */
@ApplicationScoped
public class InvoiceNumbers implements DocumentNumbers {

    @Inject
    private Database database;

    @Override
    public Map<UUID, String> of(Collection<UUID> documentIds) {
        return documentIds.isEmpty()
                ? Map.of()
                : database
                        .list(
                                "select id, number from billing.invoice where id = any(?) union all "
                                        + "select id, reference from billing.write_off where id = any(?) union all "
                                        + "select id, number from billing.carried_document where id = any(?)",
                                row -> new SimpleEntry<>(row.getObject(1, UUID.class), row.getString(2)),
                                documentIds.toArray(UUID[]::new),
                                documentIds.toArray(UUID[]::new),
                                documentIds.toArray(UUID[]::new))
                        .stream()
                        .collect(Collectors.toMap(SimpleEntry::getKey, SimpleEntry::getValue));
    }

    /** Those of these documents that are debit notes, which the journal books as invoices. */
    Set<UUID> debitNotes(Collection<UUID> documentIds) {
        return documentIds.isEmpty()
                ? Set.of()
                : new HashSet<>(database.list(
                        "select id from billing.invoice where id = any(?) and kind = 'debitNote'",
                        row -> row.getObject(1, UUID.class),
                        (Object) documentIds.toArray(UUID[]::new)));
    }
}
