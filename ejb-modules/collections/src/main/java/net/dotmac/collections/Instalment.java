package net.dotmac.collections;

import java.time.LocalDate;

/**
 * A part of an agreement.
 *
 * @param dueOn the last day on which it is paid in time
 * @param amountMinor more than 0
 */
public record Instalment(LocalDate dueOn, long amountMinor) {}
