package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.payments.StatusReportDetails;
import net.dotmac.payments.domain.StatusReport;

/** Keeps what banks answered to files of the current tenant. */
@ApplicationScoped
public class StatusReportRepository {

    private static final String SELECT =
            "select id, message_id, batch_id, status, rejected, ignored, taken_at " + "from payments.status_report ";

    @Inject
    private Database database;

    /** The report that came before under the bank's id about the same batch. */
    public Optional<StatusReportDetails> same(UUID batchId, String messageId) {
        return database.first(
                SELECT + "where batch_id = ? and message_id = ?",
                row -> new StatusReportDetails(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        Database.instant(row, "taken_at")),
                batchId,
                messageId);
    }

    public void add(StatusReport report, UUID batchId, int rejected, int ignored, Instant now) {
        database.update(
                "insert into payments.status_report (tenant_id, id, message_id, original_message_id, batch_id, status, "
                        + "rejected, ignored, taken_at, taken_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                Ids.next(),
                report.messageId(),
                report.originalMessageId(),
                batchId,
                report.file().code(),
                rejected,
                ignored,
                now,
                CallContext.current().actor());
    }
}
