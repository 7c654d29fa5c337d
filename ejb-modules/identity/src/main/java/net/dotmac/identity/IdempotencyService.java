package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dotmac.identity.persistence.IdempotencyRepository;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/**
 * Remembers what writing requests were answered, per caller and key, for a day. Both calls belong to the transaction
 * of the request's effect: {@link #claim} first, {@link #keep} last.
 */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdempotencyService {

    private static final Duration LIFE = Duration.ofHours(24);

    @Inject
    private Clock clock;

    @Inject
    private IdempotencyRepository repository;

    /**
     * Claims the key for this request. A duplicate waits here until the transaction that claimed it first has ended.
     *
     * @param requestHash tells requests apart
     * @return the answer of the same request made earlier, or empty if it is the caller's to execute
     * @throws DomainException {@code idempotency-key-reused} if the key was used for another request,
     *     {@code request-in-progress} if the first one takes too long
     */
    @Requires(Requires.NOTHING)
    public Optional<StoredAnswer> claim(String key, String requestHash) {
        CallContext caller = CallContext.current();
        Instant now = clock.instant();
        repository.forget(now.minus(LIFE));
        if (repository.insert(caller.tenantId(), caller.actor(), key, requestHash, now)) {
            return Optional.empty();
        }
        IdempotencyRepository.Row earlier = repository.find(caller.actor(), key);
        if (!earlier.requestHash().equals(requestHash)) {
            throw new DomainException(
                    IdentityProblem.KEY_REUSED,
                    "This Idempotency-Key was used for another request; give each request its own.",
                    "Idempotency-Key");
        }
        if (earlier.answer() == null) {
            throw new IllegalStateException("a transaction claimed the same idempotency key twice");
        }
        return Optional.of(earlier.answer());
    }

    @Requires(Requires.NOTHING)
    public void keep(String key, StoredAnswer answer) {
        repository.keep(CallContext.current().actor(), key, answer);
    }
}
