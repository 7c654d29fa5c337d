package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.collections.persistence.NoticeRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** The cases of overdue accounts, and what staff decide on them. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CaseService {

    private static final Duration GRANT = Duration.ofHours(24);
    private static final int PAUSE_DAYS_AT_MOST = 180;

    @Inject
    private CaseRepository repository;

    @Inject
    private NoticeRepository notices;

    @Inject
    private CaseWork work;

    @Inject
    private AccessLocks access;

    @Inject
    private CaseLog log;

    @Inject
    private BusinessClock clock;

    @Requires("collection.read")
    public Page<CaseDetails> list(Query query) {
        return repository.find(query).map(DunningCase::details);
    }

    @Requires("collection.read")
    public CaseDetails get(UUID id) {
        return repository
                .find(id)
                .orElseThrow(() -> DomainException.notFound("collection case", id))
                .details();
    }

    /** What open cases come to, by currency. */
    @Requires("collection.read")
    public List<CaseTotal> totals() {
        return repository.totals();
    }

    /** What happened to a case, newest first, at most 1,000 entries. */
    @Requires("collection.read")
    public List<CaseEntry> history(UUID id) {
        get(id);
        return repository.entries(id);
    }

    /** The reminders of a case, newest first. */
    @Requires("collection.read")
    public List<Notice> notices(UUID id) {
        get(id);
        return notices.ofCase(id);
    }

    /**
     * Stops a case until a day is over; access stays as it is.
     *
     * @param lastDay from today to 180 days ahead
     * @param reason 1 to 500 characters
     * @throws DomainException {@code not-found}; {@code collection-case-state}; {@code invalid-value} naming the attribute
     */
    @Requires("collection.write")
    public CaseDetails pause(UUID id, LocalDate lastDay, String reason) {
        DunningCase about = open(id);
        LocalDate today = clock.today();
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(PAUSE_DAYS_AT_MOST))) {
            throw DomainException.invalid(
                    "until",
                    "Found " + lastDay + ", expected a day from " + today + " to " + today.plusDays(PAUSE_DAYS_AT_MOST)
                            + ".");
        }
        requireText("reason", reason);
        about.pause(lastDay, reason.strip());
        log.decided(about, "paused", null, lastDay + ": " + shortened(reason.strip()));
        return lookedAt(about);
    }

    /** Ends a pause before its day. */
    @Requires("collection.write")
    public CaseDetails resume(UUID id) {
        DunningCase about = open(id);
        if (about.pausedUntil() == null) {
            throw new DomainException(CollectionsProblem.CASE_STATE, "This case is not paused.");
        }
        about.pause(null, null);
        log.decided(about, "resumed", null, null);
        return lookedAt(about);
    }

    /**
     * Lets a suspended customer in for 24 hours. If he has not paid by then, the locks are set again.
     *
     * @throws DomainException {@code not-found}; {@code collection-case-state} if nothing is locked
     */
    @Requires("collection.write")
    public CaseDetails grant(UUID id) {
        DunningCase about = open(id);
        if (!about.isSuspended()) {
            throw new DomainException(
                    CollectionsProblem.CASE_STATE,
                    "Nothing is locked here: access is " + about.details().access() + ".");
        }
        Instant until = clock.now().plus(GRANT);
        access.grant(about, until);
        log.decided(about, "granted", null, null);
        log.tell("collections.access.granted.v1", about, Map.of("until", until.toString()));
        return lookedAt(about);
    }

    private CaseDetails lookedAt(DunningCase about) {
        repository.flush();
        work.look(about.billingAccountId(), false);
        return about.details();
    }

    private DunningCase open(UUID id) {
        DunningCase about = repository.lock(id).orElseThrow(() -> DomainException.notFound("collection case", id));
        about.requireOpen();
        return about;
    }

    private static void requireText(String attribute, String text) {
        if (text == null || text.isBlank() || text.length() > 500) {
            throw DomainException.invalid(attribute, "Expected 1 to 500 characters for " + attribute + ".");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 480 ? text : text.substring(0, 480);
    }
}
