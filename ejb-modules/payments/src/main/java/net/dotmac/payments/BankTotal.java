package net.dotmac.payments;

/**
 * What waits for a decision.
 *
 * @param state {@code new}, {@code open} or {@code parked}
 * @param inMinor sum of what came in, minor units
 * @param outMinor sum of what went out, 0 or less
 */
public record BankTotal(String state, String currency, long count, long inMinor, long outMinor) {}
