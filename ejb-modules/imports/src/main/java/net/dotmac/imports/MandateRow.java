package net.dotmac.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.imports.domain.Cells;
import net.dotmac.imports.domain.Faults;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.payments.CarriedMandate;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateData;

/**
 * A mandate as a row tells of it.
 *
 * @param account number of the billing account, or null if the customer has one only
 * @param data still without its account
 * @param lastUsedOn null if it was never used
 */
record MandateRow(CsvRow row, String customer, String account, MandateData data, LocalDate lastUsedOn) {

    static final List<String> COLUMNS = List.of(
            "customer",
            "account",
            "reference",
            "iban",
            "bic",
            "signedOn",
            "scheme",
            "lastUsedOn",
            "debtorName",
            "street",
            "building",
            "postcode",
            "town",
            "country");

    private static final String RECURRING = "RCUR";

    /** @return null if a cell is none of what its column takes; then the faults say so */
    static MandateRow read(CsvRow row, Faults faults) {
        Cells cells = new Cells(row, faults);
        String customer = cells.required("customer");
        String account = cells.text("account");
        LocalDate signedOn = cells.day("signedOn", null);
        LocalDate lastUsedOn = row.get("lastUsedOn").isEmpty() ? null : cells.day("lastUsedOn", null);
        Debtor debtor = new Debtor(
                cells.text("debtorName"),
                cells.text("street"),
                cells.text("building"),
                cells.text("postcode"),
                cells.text("town"),
                cells.text("country"),
                cells.required("iban"),
                cells.text("bic"));
        MandateData data = new MandateData(
                null,
                cells.required("reference"),
                cells.word("scheme", List.of("CORE", "B2B"), "CORE"),
                RECURRING,
                signedOn,
                debtor);
        return cells.isSound() ? new MandateRow(row, customer, account, data, lastUsedOn) : null;
    }

    CarriedMandate of(UUID billingAccountId) {
        return new CarriedMandate(
                new MandateData(
                        billingAccountId,
                        data.reference(),
                        data.scheme(),
                        data.sequence(),
                        data.signedOn(),
                        data.debtor()),
                lastUsedOn);
    }
}
