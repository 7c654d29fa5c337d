package net.dotmac.imports;

import java.time.LocalDate;
import java.util.List;
import net.dotmac.imports.domain.Cells;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Faults.Reason;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.csv.CsvRow;

/**
 * An open document as a row tells of it.
 *
 * @param account number of the billing account, or null if the customer has one only
 */
record OpeningBalanceRow(
        CsvRow row,
        String customer,
        String account,
        String document,
        boolean isCredit,
        LocalDate date,
        LocalDate dueDate,
        Money amount) {

    static final List<String> COLUMNS =
            List.of("customer", "account", "document", "kind", "date", "dueDate", "amount", "currency");

    private static final String ITEM = "openItem";
    private static final String CREDIT = "credit";
    private static final int LONGEST_DOCUMENT = 40;

    /**
     * What a row leaves unsaid.
     *
     * @param currency of the tenant
     * @param today after which no document can be dated
     */
    record Reading(String currency, LocalDate today) {}

    /** @return null if a cell is none of what its column takes; then the faults say so */
    static OpeningBalanceRow read(CsvRow row, Reading reading, Faults faults) {
        Cells cells = new Cells(row, faults);
        String customer = cells.required("customer");
        String account = cells.text("account");
        String document = cells.required("document");
        if (document != null && document.length() > LONGEST_DOCUMENT) {
            cells.fault("document", Reason.MALFORMED, "A number of at most " + LONGEST_DOCUMENT + " characters.");
        }
        String kind = cells.word("kind", List.of(ITEM, CREDIT), ITEM);
        LocalDate date = cells.day("date", null);
        LocalDate dueDate = date == null ? null : cells.day("dueDate", date);
        if (date != null && date.isAfter(reading.today())) {
            cells.fault("date", Reason.REFUSED, "A day that is not after today, " + reading.today() + ".");
        }
        if (dueDate != null && dueDate.isBefore(date)) {
            cells.fault("dueDate", Reason.REFUSED, "A day that is not before the document's, " + date + ".");
        }
        Money amount = cells.amount("amount", cells.currency("currency", reading.currency()));
        return cells.isSound()
                ? new OpeningBalanceRow(row, customer, account, document, CREDIT.equals(kind), date, dueDate, amount)
                : null;
    }
}
