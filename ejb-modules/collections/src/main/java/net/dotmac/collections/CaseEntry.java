package net.dotmac.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened to a case.
 *
 * @param kind opened, stepped, closed, paused, resumed, promised, promiseKept and so on
 * @param step of a step its number, or null
 * @param day in the tenant's zone
 * @param amountMinor what it was about, or null
 * @param note in the words of whoever did it, or null
 */
public record CaseEntry(
        UUID id, String kind, Integer step, LocalDate day, Instant at, String actor, Long amountMinor, String note) {}
