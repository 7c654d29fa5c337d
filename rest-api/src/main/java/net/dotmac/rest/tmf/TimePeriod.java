package net.dotmac.rest.tmf;

/**
 * From a time to a time.
 *
 * @param startDateTime included
 * @param endDateTime excluded, or null for no end
 */
public record TimePeriod(String startDateTime, String endDateTime) {}
