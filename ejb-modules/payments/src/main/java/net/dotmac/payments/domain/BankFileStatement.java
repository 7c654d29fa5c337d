package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * One statement as a bank's file has it.
 *
 * @param account the IBAN, or the bank's own number where there is none
 * @param statementRef the bank's id of the statement, or null where the format knows none
 * @param openingMinor balance before the entries, or null if not told
 * @param closingMinor balance after them, or null if not told
 * @param fromOn first day, the first entry's if the bank tells none
 * @param toOn last day
 */
public record BankFileStatement(
        String account,
        String statementRef,
        String currency,
        Long openingMinor,
        Long closingMinor,
        LocalDate fromOn,
        LocalDate toOn,
        List<BankEntry> entries) {

    public BankFileStatement {
        entries = List.copyOf(entries);
    }
}
