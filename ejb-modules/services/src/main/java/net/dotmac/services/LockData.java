package net.dotmac.services;

import java.time.LocalDate;

/**
 * What is stated about a lock.
 *
 * @param reason why
 * @param from first day, or null for today; may lie back as far as the books are open
 * @param to the first day without it, if that is known, or null
 * @param billed whether its days are billed, or null for what the tenant's policy says
 * @param note at most 500 characters, or null
 */
public record LockData(LockReason reason, LocalDate from, LocalDate to, Boolean billed, String note) {}
