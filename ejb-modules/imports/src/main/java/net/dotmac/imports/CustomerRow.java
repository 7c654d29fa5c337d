package net.dotmac.imports;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.AccountOpening;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.PostalAddress;
import net.dotmac.imports.domain.Cells;
import net.dotmac.imports.domain.Faults;
import net.dotmac.kernel.csv.CsvRow;
import net.dotmac.platform.Tenant;

/**
 * A customer and his billing account as a row tells of them.
 *
 * @param row whence it is
 * @param account still without its customer
 */
record CustomerRow(CsvRow row, CustomerData customer, AccountOpening account) {

    static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "name",
            "email",
            "phone",
            "street",
            "postcode",
            "city",
            "country",
            "vatId",
            "language",
            "partyId",
            "accountNumber",
            "accountName",
            "currency",
            "cycleDay",
            "paymentTermDays",
            "taxTreatment",
            "buyerReference",
            "purchaseOrder",
            "electronicAddressScheme",
            "electronicAddress",
            "eInvoice");

    private static final List<String> KINDS =
            Arrays.stream(CustomerKind.values()).map(CustomerKind::wire).toList();
    private static final List<String> TREATMENTS = List.of("standard", "exempt", "reverseCharge");
    private static final int USUAL_TERM = 14;

    /** @return null if a cell is none of what its column takes; then the faults say so */
    static CustomerRow read(CsvRow row, Tenant tenant, Faults faults) {
        Cells cells = new Cells(row, faults);
        String number = cells.required("number");
        String kind = cells.word("kind", KINDS, null);
        String name = cells.required("name");
        String language = cells.text("language");
        CustomerData customer = new CustomerData(
                number,
                name,
                kind == null ? null : CustomerKind.ofWire(kind),
                cells.text("email"),
                cells.text("phone"),
                address(cells, tenant),
                cells.text("vatId"),
                language == null ? tenant.language() : language,
                cells.text("partyId"));
        AccountOpening account = account(cells, name, tenant);
        return cells.isSound() ? new CustomerRow(row, customer, account) : null;
    }

    private static PostalAddress address(Cells cells, Tenant tenant) {
        String street = cells.text("street");
        String postcode = cells.text("postcode");
        String city = cells.text("city");
        String country = cells.text("country");
        return street == null && postcode == null && city == null && country == null
                ? null
                : new PostalAddress(street, postcode, city, country == null ? tenant.country() : country);
    }

    private static AccountOpening account(Cells cells, String customerName, Tenant tenant) {
        String name = cells.text("accountName");
        String currency = cells.currency("currency", tenant.currency());
        Integer cycleDay = cells.count("cycleDay", null);
        Integer term = cells.count("paymentTermDays", USUAL_TERM);
        String treatment = cells.word("taxTreatment", TREATMENTS, "standard");
        AccountDocuments documents = new AccountDocuments(
                cells.text("buyerReference"),
                cells.text("purchaseOrder"),
                cells.text("electronicAddressScheme"),
                cells.text("electronicAddress"),
                cells.text("eInvoice"));
        BillingAccountData data = new BillingAccountData(
                cells.text("accountNumber"),
                name == null ? customerName : name,
                null,
                currency,
                cycleDay == null ? 0 : cycleDay,
                term == null ? 0 : term,
                null);
        return new AccountOpening(data.taxed(treatment), documents);
    }

    /** The same account with its customer. */
    AccountOpening accountOf(UUID customerId) {
        BillingAccountData data = account.data();
        return new AccountOpening(
                new BillingAccountData(
                        data.number(),
                        data.name(),
                        customerId,
                        data.currency(),
                        data.cycleDay(),
                        data.paymentTermDays(),
                        data.treatment()),
                account.documents());
    }
}
