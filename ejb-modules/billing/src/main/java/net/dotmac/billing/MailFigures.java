package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** What this node has mailed since it started, and what waits in the whole installation; for whoever operates it. */
@ApplicationScoped
public class MailFigures {

    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile MailBacklog backlog = new MailBacklog(0, Optional.empty());

    @Inject
    private Clock systemClock;

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void givenUp() {
        givenUp.increment();
    }

    /** The mail server let us in. */
    void answered() {
        away.set(false);
    }

    /** The mail server did not let us in. @return whether that is news */
    boolean wentAway() {
        return !away.getAndSet(true);
    }

    void waits(MailBacklog inAllTenants) {
        backlog = inAllTenants;
    }

    /** Whether the mail server let this node in when it was last asked; true if it never was. */
    public boolean isAnswering() {
        return !away.get();
    }

    /** Mails of all tenants that wait, some seconds ago. */
    public long waiting() {
        return backlog.waiting();
    }

    /** For how long the oldest of them has waited; zero if none waits. */
    public Duration oldestAge() {
        Instant now = systemClock.instant();
        return backlog.oldestQueuedAt()
                .filter(now::isAfter)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    public long sentCount() {
        return sent.sum();
    }

    /** Attempts that failed, those after which a mail was given up included. */
    public long failedCount() {
        return failed.sum();
    }

    /** Mails that are not tried again unless somebody asks. */
    public long givenUpCount() {
        return givenUp.sum();
    }
}
