package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.dotmac.billing.MailSettings;
import net.dotmac.collections.domain.RetryPolicy;
import net.dotmac.collections.persistence.NoticeRepository;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/** What the sender of reminders does in the database before and after it talks to the mail server. */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeMailService {

    @Inject
    private NoticeRepository repository;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    /** Takes reminders that are due; they belong to this node for the lease. */
    @Requires("collection.write")
    public List<Notice> claim(int atMost) {
        return repository.claim(atMost, systemClock.instant(), settings.lease());
    }

    /** Notes that the mail server took the mail. */
    @Requires("collection.write")
    public void sent(Notice notice) {
        repository.sent(notice.id(), systemClock.instant());
    }

    /**
     * Notes that it failed; it is tried again later unless it can't help or was tried for long enough.
     *
     * @param isFinal whether another try would fare no better
     */
    @Requires("collection.write")
    public void failed(Notice notice, String reason, boolean isFinal) {
        Instant now = systemClock.instant();
        Optional<Instant> next = isFinal
                ? Optional.empty()
                : RetryPolicy.nextTry(notice.attempts() + 1, notice.firstTriedAt(), now, settings.giveUpAfter());
        repository.failed(notice.id(), reason, next);
    }
}
