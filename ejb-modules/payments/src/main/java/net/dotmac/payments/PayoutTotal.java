package net.dotmac.payments;

/**
 * How many payouts are in a state, and what they come to.
 *
 * @param sumMinor minor units
 */
public record PayoutTotal(String state, String currency, long count, long sumMinor) {}
