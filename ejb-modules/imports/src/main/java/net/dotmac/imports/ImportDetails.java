package net.dotmac.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was brought, and what became of it.
 *
 * @param kind {@code customers}, {@code mandates} or {@code openingBalances}
 * @param sha256 of the CSV file, in hexadecimal
 * @param state {@code faulty}, {@code ready}, {@code applied} or {@code discarded}
 * @param rows below the line of names, without empty ones
 * @param badRows rows that can't be taken, as of {@code checkedAt}
 * @param faults what is wrong in them, at least one in each
 * @param appliedBy null unless it is applied
 */
public record ImportDetails(
        UUID id,
        String kind,
        String name,
        String encoding,
        String sha256,
        String state,
        int rows,
        int badRows,
        int faults,
        String uploadedBy,
        Instant uploadedAt,
        Instant checkedAt,
        String appliedBy,
        Instant appliedAt) {}
