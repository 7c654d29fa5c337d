package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;

/** Reads what a slice of a billing run issued, no more of each document than its announcement says. */
@ApplicationScoped
public class SliceDocumentReader {

    @Inject
    private Database database;

    /**
     * A document as it is announced.
     *
     * @param kind {@code invoice} or {@code creditNote}
     * @param grossMinor minor units, negative for a credit note
     */
    public record SliceDocument(
            UUID id,
            String kind,
            String number,
            UUID billingAccountId,
            UUID customerId,
            long grossMinor,
            String currency) {}

    /** The documents in the order of their issue. Their ids lie in the slice's range, among few others of the same moment. */
    public List<SliceDocument> of(UUID runId, int slice) {
        return database.list(
                "select i.id, i.kind, i.number, i.billing_account_id, i.customer_id, i.gross_minor, i.currency "
                        + "from billing.billing_run_slice s join billing.invoice i on i.tenant_id = s.tenant_id "
                        + "and i.id between s.first_invoice and s.last_invoice and i.run_id = s.run_id and i.slice = s.slice "
                        + "where s.run_id = ? and s.slice = ? order by i.id",
                row -> new SliceDocument(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getLong(6),
                        row.getString(7)),
                runId,
                slice);
    }
}
