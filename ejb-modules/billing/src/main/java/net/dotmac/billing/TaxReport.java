package net.dotmac.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The tax of the documents issued between two days, and how the ledger agrees.
 *
 * @param rows by currency, category, rate and jurisdiction
 * @param ties one for each currency
 */
public record TaxReport(LocalDate from, LocalDate to, List<Row> rows, List<Tie> ties) {

    public TaxReport {
        rows = List.copyOf(rows);
        ties = List.copyOf(ties);
    }

    /**
     * @param basis {@code document}, or {@code writeOff} for what was given up with its tax, less what came back
     * @param jurisdiction empty where there is only one
     * @param netMinor what the rate applies to, less credits
     * @param taxMinor less credits
     * @param documents how many documents or write-offs bear this rate
     */
    public record Row(
            String basis,
            String currency,
            String category,
            BigDecimal percent,
            String jurisdiction,
            long netMinor,
            long taxMinor,
            long documents) {}

    /**
     * @param documentsMinor the tax of all documents and write-offs
     * @param ledgerMinor what was booked on tax payable on these days, credit positive
     */
    public record Tie(String currency, long documentsMinor, long ledgerMinor) {

        /** 0, unless documents were booked on another day than they bear, for theirs lay in a closed month. */
        public long differenceMinor() {
            return Math.subtractExact(documentsMinor, ledgerMinor);
        }
    }
}
