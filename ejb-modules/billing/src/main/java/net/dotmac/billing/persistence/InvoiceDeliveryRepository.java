package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.billing.ClaimedDelivery;
import net.dotmac.billing.InvoiceDelivery;
import net.dotmac.billing.MailBacklog;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Queues, claims and settles the mails of documents. All times are the system clock's. */
@ApplicationScoped
public class InvoiceDeliveryRepository {

    private static final String QUEUE =
            "insert into billing.invoice_delivery (tenant_id, invoice_id, sending, state, reason, "
                    + "recipient, message_id, requested_by, queued_at, next_try_at) "
                    + "select i.tenant_id, i.id, 1, "
                    + "case when d.recipient is null or i.issued_on < ? then 'notSendable' else 'waiting' end, "
                    + "case when d.recipient is null then 'noAddress' when i.issued_on < ? then 'tooOld' end, "
                    + "d.recipient, '<' || i.id || '@' || ? || '>', ?, ?, ? "
                    + "from billing.invoice i cross join lateral (select nullif(trim(i.buyer_email), '') as recipient) d ";
    private static final String ONCE = " on conflict do nothing";
    private static final String ROW = "select invoice_id, sending, state, reason, recipient, message_id, requested_by, "
            + "attempts, queued_at, next_try_at, sent_at from billing.invoice_delivery where invoice_id = ? "
            + "order by sending desc";
    private static final String PENDING = "state in ('waiting', 'failed')";

    @Inject
    private Database database;

    @Inject
    private SliceDocumentReader slices;

    /**
     * What is queued alike.
     *
     * @param mailedSince documents dated earlier are noted as too old
     * @param domain right side of the message ids
     */
    public record Queueing(LocalDate mailedSince, String domain, Instant now) {}

    /** Queues the documents of a slice that are not queued yet, in one statement. @return how many */
    public int queueSlice(UUID runId, int slice, Queueing queueing) {
        return slices.bounds(runId, slice)
                .map(bounds -> queue(
                        "where " + SliceDocumentReader.OF_SLICE, queueing, runId, bounds.first(), bounds.last(), slice))
                .orElse(0);
    }

    public int queueOne(UUID invoiceId, Queueing queueing) {
        return queue("where i.id = ?", queueing, invoiceId);
    }

    private int queue(String which, Queueing queueing, Object... ids) {
        Stream<Object> values = Stream.of(
                queueing.mailedSince(),
                queueing.mailedSince(),
                queueing.domain(),
                CallContext.current().actor(),
                queueing.now(),
                queueing.now());
        return database.update(
                QUEUE + which + ONCE, Stream.concat(values, Stream.of(ids)).toArray());
    }

    /** Queues a document once more; does nothing if somebody else did at the same moment. */
    public void queueAgain(UUID invoiceId, int sending, String recipient, String messageId, Instant now) {
        database.update(
                "insert into billing.invoice_delivery (tenant_id, invoice_id, sending, state, recipient, message_id, "
                        + "requested_by, queued_at, next_try_at) values (?, ?, ?, 'waiting', ?, ?, ?, ?, ?)" + ONCE,
                CallContext.current().tenantId(),
                invoiceId,
                sending,
                recipient,
                messageId,
                CallContext.current().actor(),
                now,
                now);
    }

    /** Has what is pending of a document tried at once, to this address. */
    public void hurry(UUID invoiceId, String recipient, Instant now) {
        database.update(
                "update billing.invoice_delivery set next_try_at = ?, recipient = ? where invoice_id = ? and "
                        + PENDING,
                now,
                recipient,
                invoiceId);
    }

    /** All sendings of a document, the latest first. */
    public List<InvoiceDelivery> ofInvoice(UUID invoiceId) {
        return database.list(ROW, InvoiceDeliveryRepository::delivery, invoiceId);
    }

    /** What is pending of the tenant. */
    public MailBacklog backlog() {
        return database.first(
                        "select count(*), min(queued_at) as oldest from billing.invoice_delivery where " + PENDING,
                        row -> new MailBacklog(row.getLong(1), Optional.ofNullable(Database.instant(row, "oldest"))))
                .orElseThrow();
    }

    /** Takes what is due and leased to nobody. */
    public List<ClaimedDelivery> claim(int atMost, Instant now, Duration lease) {
        return database.list(
                "update billing.invoice_delivery d set leased_until = ?, first_tried_at = coalesce(d.first_tried_at, ?) "
                        + "from (select invoice_id, sending from billing.invoice_delivery where " + PENDING
                        + " and next_try_at <= ? and (leased_until is null or leased_until <= ?) "
                        + "order by next_try_at, invoice_id limit ? for update skip locked) c "
                        + "where d.invoice_id = c.invoice_id and d.sending = c.sending "
                        + "returning d.invoice_id, d.sending, d.recipient, d.message_id, d.attempts, d.first_tried_at",
                row -> new ClaimedDelivery(
                        row.getObject("invoice_id", UUID.class),
                        row.getInt("sending"),
                        row.getString("recipient"),
                        row.getString("message_id"),
                        row.getInt("attempts"),
                        Database.instant(row, "first_tried_at")),
                now.plus(lease),
                now,
                now,
                now,
                atMost);
    }

    /** @return false if it was noted as sent before, by whoever had it after this node's lease ended */
    public boolean sent(ClaimedDelivery delivery, Instant now) {
        return database.update(
                        "update billing.invoice_delivery set state = 'sent', reason = null, attempts = attempts + 1, "
                                + "sent_at = ?, leased_until = null where invoice_id = ? and sending = ? and "
                                + PENDING,
                        now,
                        delivery.invoiceId(),
                        delivery.sending())
                > 0;
    }

    /**
     * @param nextTryAt empty to give up
     * @return false if it was settled before
     */
    public boolean failed(ClaimedDelivery delivery, String reason, Optional<Instant> nextTryAt) {
        return database.update(
                        "update billing.invoice_delivery set state = ?, reason = ?, attempts = attempts + 1, "
                                + "next_try_at = coalesce(?, next_try_at), leased_until = null "
                                + "where invoice_id = ? and sending = ? and " + PENDING,
                        nextTryAt.isPresent() ? "failed" : "givenUp",
                        reason,
                        nextTryAt.orElse(null),
                        delivery.invoiceId(),
                        delivery.sending())
                > 0;
    }

    private static InvoiceDelivery delivery(ResultSet row) throws SQLException {
        String state = row.getString("state");
        boolean isPending = state.equals("waiting") || state.equals("failed");
        return new InvoiceDelivery(
                row.getObject("invoice_id", UUID.class),
                row.getInt("sending"),
                state,
                row.getString("reason"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getString("requested_by"),
                row.getInt("attempts"),
                Database.instant(row, "queued_at"),
                isPending ? Database.instant(row, "next_try_at") : null,
                Database.instant(row, "sent_at"));
    }
}
