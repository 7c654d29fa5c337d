package net.dotmac.kernel.tokens;

import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The keys that verify tokens, told by the module that keeps them when it starts. */
public final class TokenKeys {

    private static final AtomicReference<Function<String, Optional<? extends PublicKey>>> TOLD =
            new AtomicReference<>(id -> Optional.empty());

    private TokenKeys() {}

    /** Has keys looked up here from now on. */
    public static void tell(Function<String, Optional<? extends PublicKey>> keys) {
        TOLD.set(keys);
    }

    /** The key of this id, or empty if it doesn't verify (any more). */
    static Optional<? extends PublicKey> find(String id) {
        return TOLD.get().apply(id);
    }
}
