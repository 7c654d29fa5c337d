package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Keeps how far each day's round has come. */
@ApplicationScoped
public class RoundRepository {

    @Inject
    private Database database;

    /** @param after the last account that was looked at, or null */
    public record Round(UUID after, boolean isFinished) {}

    public Optional<Round> of(LocalDate day) {
        return database.first(
                "select after_account, finished_at is not null from collections.dunning_round where day = ?",
                row -> new Round(row.getObject(1, UUID.class), row.getBoolean(2)),
                day);
    }

    /** Moves the round on, never back: another node may be further. @param through null if it is finished */
    public void move(LocalDate day, UUID through, Instant now) {
        database.update(
                "insert into collections.dunning_round as r (tenant_id, day, after_account, finished_at) "
                        + "values (?, ?, ?, ?) on conflict (tenant_id, day) do update set "
                        + "after_account = greatest(r.after_account, excluded.after_account), "
                        + "finished_at = coalesce(r.finished_at, excluded.finished_at)",
                CallContext.current().tenantId(),
                day,
                through,
                through == null ? now : null);
    }
}
