package net.dotmac.collections;

import java.time.LocalDate;

/**
 * A day that differs from the week's order.
 *
 * @param isOff false for a public holiday or a day of a weekend on which the tenant works all the same
 * @param isOwn whether the tenant has entered it, rather than its country's law
 */
public record HolidayDetails(LocalDate day, String name, boolean isOff, boolean isOwn) {}
