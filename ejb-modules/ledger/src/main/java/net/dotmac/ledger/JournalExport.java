package net.dotmac.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was made of closed months.
 *
 * @param request what was asked for, with its currency
 * @param bookings how many journal rows are in it
 * @param amountMinor the sum of their amounts, which is that of the debits and that of the credits
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record JournalExport(
        UUID id, ExportRequest request, long bookings, long amountMinor, String sha256, Instant madeAt, String madeBy) {

    public String fileName() {
        String months = request.first().equals(request.last())
                ? request.first().toString()
                : request.first() + "_" + request.last();
        return switch (request.format()) {
            case DATEV -> "EXTF_Buchungsstapel_" + months + ".csv";
            case QUICK_BOOKS -> "quickbooks-journal-" + months + ".csv";
            case XERO -> "xero-manual-journals-" + months + ".csv";
        };
    }
}
