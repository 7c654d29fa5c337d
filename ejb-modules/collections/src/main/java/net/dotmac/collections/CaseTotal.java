package net.dotmac.collections;

/**
 * Open cases of one currency.
 *
 * @param shielded how many of them something shields
 */
public record CaseTotal(
        String currency, long cases, long overdueMinor, long dunnedMinor, long inFlightMinor, long shielded) {}
