package net.dotmac.billing;

/**
 * What happens to usage that comes after its period was billed.
 *
 * @param lateUsage {@code nextPeriod}: it counts in the next period that is billed; {@code rerate}: its own period is rated anew, and
 *     the difference charged or given back
 */
public record UsagePolicy(String lateUsage) {}
