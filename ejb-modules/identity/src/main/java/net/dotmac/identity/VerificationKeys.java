package net.dotmac.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import net.dotmac.kernel.tokens.TokenKeys;

/**
 * The keys that verify, kept in memory. An unknown id is looked up in the database, for another node may have made it, but
 * not sooner than {@link #PAUSE} after the last time, so that invented ids cost little; forgotten keys leave within
 * {@link #AGE}. Time is the machine's, not the application's, which tests move.
 */
@ApplicationScoped
public class VerificationKeys {

    static final Duration PAUSE = Duration.ofMillis(100);
    static final Duration AGE = Duration.ofMinutes(5);

    private final Supplier<Map<String, RSAPublicKey>> source;
    private final LongSupplier nanos;
    private volatile Known known;

    private record Known(long readAt, Map<String, RSAPublicKey> keys) {}

    /** For the container's proxy. */
    VerificationKeys() {
        this(Map::of, () -> 0);
    }

    @Inject
    VerificationKeys(SigningKeys keys) {
        this(keys::verifying, System::nanoTime);
    }

    VerificationKeys(Supplier<Map<String, RSAPublicKey>> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    void start(@Observes Startup event) {
        TokenKeys.tell(this::find);
    }

    /** The key of this id, or empty if none of ours that still verifies has it. */
    public Optional<RSAPublicKey> find(String id) {
        long now = nanos.getAsLong();
        Known current = known;
        if (current == null || now - current.readAt() >= wait(current, id).toNanos()) {
            current = new Known(now, source.get());
            known = current;
        }
        return Optional.ofNullable(current.keys().get(id));
    }

    private static Duration wait(Known current, String id) {
        return current.keys().containsKey(id) ? AGE : PAUSE;
    }
}
