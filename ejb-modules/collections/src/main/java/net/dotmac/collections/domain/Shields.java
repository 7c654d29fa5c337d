package net.dotmac.collections.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What keeps an account from being dunned.
 *
 * @param pausedUntil last day of a pause, or null
 * @param promisedUntil the day a promise is to be kept on, or null
 * @param disputed documents under dispute
 * @param arranged documents that an arrangement covers
 * @param inFlightMinor what is being collected by direct debits, 0 or more
 */
public record Shields(
        LocalDate pausedUntil, LocalDate promisedUntil, Set<UUID> disputed, Set<UUID> arranged, long inFlightMinor) {

    public static final Shields NONE = new Shields(null, null, Set.of(), Set.of(), 0);

    public Shields {
        disputed = Set.copyOf(disputed);
        arranged = Set.copyOf(arranged);
    }

    boolean cover(UUID documentId) {
        return disputed.contains(documentId) || arranged.contains(documentId);
    }
}
