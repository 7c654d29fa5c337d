package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;

/** Reads what a slice of a billing run issued, no more of each document than its announcement says. */
@ApplicationScoped
public class SliceDocumentReader {

    /**
     * Finds a slice's documents by run, first, last and slice. Their ids lie between the first and the last, among few others of
     * the same moment; to join the slice for them instead would have every slice read all documents of its run.
     */
    static final String OF_SLICE = "run_id = ? and id between ? and ? and slice = ?";

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

    /** The documents in the order of their issue. */
    public List<SliceDocument> of(UUID runId, int slice) {
        return bounds(runId, slice)
                .map(bounds -> database.list(
                        "select id, kind, number, billing_account_id, customer_id, gross_minor, currency "
                                + "from billing.invoice where " + OF_SLICE + " order by id",
                        SliceDocumentReader::document,
                        runId,
                        bounds.first,
                        bounds.last,
                        slice))
                .orElse(List.of());
    }

    /** The first and the last document of a slice; empty if it has none. */
    Optional<Bounds> bounds(UUID runId, int slice) {
        return database.first(
                "select first_invoice, last_invoice from billing.billing_run_slice "
                        + "where run_id = ? and slice = ? and first_invoice is not null",
                row -> new Bounds(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                runId,
                slice);
    }

    record Bounds(UUID first, UUID last) {}

    private static SliceDocument document(ResultSet row) throws SQLException {
        return new SliceDocument(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getLong(6),
                row.getString(7));
    }
}
