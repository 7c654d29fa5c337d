package net.dotmac.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A billing run and how far it is.
 *
 * @param mode {@code preview} or {@code issue}
 * @param date bills every cycle date up to this day
 * @param state {@code running}, {@code awaitingApproval}, {@code finished} or {@code failed}
 * @param accounts how many were due when it started
 * @param accountsDone how many of them are dealt with
 * @param billed accounts with a document
 * @param nothingToBill accounts that only moved on
 * @param blocked accounts in the exception list
 * @param changed accounts left out, for another run billed them or a person changed them meanwhile
 * @param totals per currency
 * @param remark what went wrong, or null
 */
public record BillingRunDetails(
        UUID id,
        String mode,
        LocalDate date,
        String state,
        int accounts,
        int accountsDone,
        int slices,
        int slicesDone,
        int billed,
        int nothingToBill,
        int blocked,
        int changed,
        List<Total> totals,
        String startedBy,
        Instant startedAt,
        Instant heartbeatAt,
        Instant finishedAt,
        String remark) {

    public BillingRunDetails {
        totals = List.copyOf(totals);
    }

    /**
     * @param documents how many
     * @param netMinor minor units, as are all
     */
    public record Total(String currency, int documents, long netMinor, long taxMinor, long grossMinor) {}
}
