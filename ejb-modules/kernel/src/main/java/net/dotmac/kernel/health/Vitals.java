package net.dotmac.kernel.health;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What modules know of their own health, told by them when they start and asked for by the checks. */
public final class Vitals {

    private static final Map<String, Supplier<Vital>> TOLD = new ConcurrentHashMap<>();

    private Vitals() {}

    /**
     * How one part is.
     *
     * @param data texts, numbers and booleans, shown beside the answer
     */
    public record Vital(boolean isWell, Map<String, Object> data) {

        public Vital {
            data = Map.copyOf(data);
        }
    }

    /** Has this asked whenever somebody wants to know how the part is. */
    public static void tell(String name, Supplier<Vital> vital) {
        TOLD.put(name, vital);
    }

    /** How the part is; empty if it has not started. */
    static Optional<Vital> of(String name) {
        return Optional.ofNullable(TOLD.get(name)).map(Supplier::get);
    }
}
