package net.dotmac.ledger;

import java.time.YearMonth;

/**
 * What is to be exported.
 *
 * @param currency ISO 4217; null for the tenant's
 * @param first the first month, closed
 * @param last the last month, closed; for DATEV in the same year
 * @param consultant DATEV's Beraternummer, 1001 to 9999999; null for the others
 * @param client DATEV's Mandantennummer, 1 to 99999; null for the others
 * @param isRepeat whether months that were exported before may be among them
 */
public record ExportRequest(
        ExportFormat format,
        String currency,
        YearMonth first,
        YearMonth last,
        String consultant,
        String client,
        boolean isRepeat) {}
