package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.collections.Notice;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Keeps reminders, claims and settles their mails. Times are the system clock's. */
@ApplicationScoped
public class NoticeRepository {

    private static final String COLUMNS = "n.id, n.step, n.language, n.subject, n.body, n.recipient, n.message_id, "
            + "n.state, n.reason, n.attempts, n.queued_at, n.first_tried_at, n.sent_at";
    private static final String PENDING = "state in ('waiting', 'failed')";

    @Inject
    private Database database;

    public void add(UUID caseId, Notice notice) {
        database.update(
                "insert into collections.notice (tenant_id, id, case_id, step, language, subject, body, recipient, "
                        + "message_id, state, reason, queued_at, next_try_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                notice.id(),
                caseId,
                notice.step(),
                notice.language(),
                notice.subject(),
                notice.body(),
                notice.recipient(),
                notice.messageId(),
                notice.state(),
                notice.reason(),
                notice.queuedAt(),
                notice.queuedAt());
    }

    /** The reminders of a case, newest first. */
    public List<Notice> ofCase(UUID caseId) {
        return database.list(
                "select " + COLUMNS + " from collections.notice n where n.case_id = ? order by n.step desc",
                NoticeRepository::notice,
                caseId);
    }

    /** Takes what is due and leased to nobody. */
    public List<Notice> claim(int atMost, Instant now, Duration lease) {
        return database.list(
                "update collections.notice n set leased_until = ?, first_tried_at = coalesce(n.first_tried_at, ?) "
                        + "from (select id from collections.notice where " + PENDING
                        + " and next_try_at <= ? and (leased_until is null or leased_until <= ?) "
                        + "order by next_try_at, id limit ? for update skip locked) c where n.id = c.id returning "
                        + COLUMNS,
                NoticeRepository::notice,
                now.plus(lease),
                now,
                now,
                now,
                atMost);
    }

    public void sent(UUID id, Instant now) {
        database.update(
                "update collections.notice set state = 'sent', reason = null, sent_at = ?, leased_until = null "
                        + "where id = ? and " + PENDING,
                now,
                id);
    }

    /** @param nextTryAt empty to give up */
    public void failed(UUID id, String reason, Optional<Instant> nextTryAt) {
        database.update(
                "update collections.notice set state = ?, reason = ?, attempts = attempts + 1, "
                        + "next_try_at = coalesce(?, next_try_at), leased_until = null where id = ? and " + PENDING,
                nextTryAt.isPresent() ? "failed" : "givenUp",
                reason.substring(0, Math.min(reason.length(), 500)),
                nextTryAt.orElse(null),
                id);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getInt("step"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempts"),
                Database.instant(row, "queued_at"),
                Database.instant(row, "first_tried_at"),
                Database.instant(row, "sent_at"));
    }
}
