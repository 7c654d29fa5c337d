package net.dotmac.collections.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An open document.
 *
 * @param openMinor what is open of it, more than 0
 */
public record Debt(UUID documentId, LocalDate dueOn, long openMinor) {}
