package net.dotmac.billing;

/**
 * How a series writes its numbers.
 *
 * @param series {@code invoice}, {@code creditNote} or {@code billingAccount}
 * @param pattern e.g. {@code RE{yyyy}-{000000}}
 * @param next what the next one today will be called
 */
public record NumberSeriesDetails(String series, String pattern, String next) {}
