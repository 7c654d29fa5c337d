package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bank statement that was taken in.
 *
 * @param account the bank account
 * @param statementRef the bank's id of it; of a CSV file its hash
 * @param format {@code camt.053} or {@code csv}
 * @param openingMinor minor units, as are all amounts; null if not told
 * @param entries how many movements it tells
 * @param known how many of them an earlier file had told
 * @param waiting how many are still to be looked at by posting
 */
public record BankStatementDetails(
        UUID id,
        String account,
        String statementRef,
        String format,
        String fileSha256,
        String currency,
        Long openingMinor,
        Long closingMinor,
        LocalDate fromOn,
        LocalDate toOn,
        int entries,
        int known,
        int waiting,
        String importedBy,
        Instant importedAt) {}
