package net.dotmac.prepaid.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Counts wrong codes of accounts and persons, in the database, for there may be several nodes. */
@ApplicationScoped
public class AttemptRepository {

    private static final Duration LOCKED_FOR = Duration.ofMinutes(30);

    @Inject
    private Database database;

    public boolean isLocked(Collection<String> subjects, Instant now) {
        return database.first(
                        "select 1 from prepaid.voucher_attempt where subject = any(?) and locked_until > ? limit 1",
                        row -> true,
                        subjects.toArray(String[]::new),
                        now)
                .isPresent();
    }

    /**
     * Counts a wrong code; those more than half an hour before the next are forgotten.
     *
     * @param atMost with which the subject is locked for half an hour
     */
    public void failed(String subject, int atMost, Instant now) {
        database.update(
                "insert into prepaid.voucher_attempt as a (tenant_id, subject, failures, failed_at) values (?, ?, 1, ?) "
                        + "on conflict (tenant_id, subject) do update set failed_at = excluded.failed_at, failures = "
                        + "case when a.failed_at < ? then 1 else a.failures + 1 end, locked_until = "
                        + "case when a.failed_at >= ? and a.failures + 1 >= ? then ?::timestamptz end",
                CallContext.current().tenantId(),
                subject,
                now,
                now.minus(LOCKED_FOR),
                now.minus(LOCKED_FOR),
                atMost,
                now.plus(LOCKED_FOR));
    }

    public void forget(String subject) {
        database.update("delete from prepaid.voucher_attempt where subject = ?", subject);
    }
}
