package net.dotmac.payments;

import java.util.Map;

/**
 * What a bank wrote, as it was handed in.
 *
 * @param content at most 10 MB
 * @param format {@code camt.053} or {@code csv}
 * @param account of CSV: the bank account the file is of, or null if a column names it
 * @param currency of CSV: of all amounts, or null if a column names it
 * @param dateFormat of CSV: such as {@code dd.MM.yyyy}, or null to recognise it
 * @param columns of CSV: headers by what they hold (bookedOn, valueOn, amount, side, currency, name, iban, remittance,
 *     bankReference, endToEndId, account); what is not named is looked for by usual German and English headers
 */
public record BankFile(
        byte[] content,
        String format,
        String account,
        String currency,
        String dateFormat,
        Map<String, String> columns) {

    public static final String CAMT = "camt.053";
    public static final String CSV = "csv";

    public BankFile {
        columns = Map.copyOf(columns);
    }

    public static BankFile camt(byte[] content) {
        return new BankFile(content, CAMT, null, null, null, Map.of());
    }

    /** A CSV file whose columns are recognised. */
    public static BankFile csv(byte[] content, String account, String currency) {
        return new BankFile(content, CSV, account, currency, null, Map.of());
    }
}
