package net.dotmac.rest.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.rest.tmf.Characteristic;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.write.Links;

/**
 * TMF666 BillingAccount.
 *
 * @param billStructure its cycle: {@code dateShift} is the days from the first of the month to the cycle day
 * @param characteristic {@code number}, {@code currency}, {@code taxTreatment} and how it wants its documents, which TMF666 has
 *     no attributes for
 */
record BillingAccountBody(
        String id,
        String href,
        String name,
        String accountType,
        String state,
        Instant lastModified,
        List<Ref> relatedParty,
        BillStructure billStructure,
        List<Characteristic> characteristic,
        @JsonProperty("@type") String type) {

    static final String NUMBER = "number";
    static final String CURRENCY = "currency";
    static final String TAX_TREATMENT = "taxTreatment";
    static final String BUYER_REFERENCE = "buyerReference";
    static final String PURCHASE_ORDER = "purchaseOrder";
    static final String ELECTRONIC_ADDRESS_SCHEME = "electronicAddressScheme";
    static final String ELECTRONIC_ADDRESS = "electronicAddress";
    static final String E_INVOICE = "eInvoice";

    record BillStructure(CycleSpecification cycleSpecification) {}

    /**
     * When the account is billed and must pay.
     *
     * @param name read and not kept
     * @param isRef read and not kept: the specification is always stated here
     * @param frequency {@code monthly}
     * @param dateShift 0 to 30 days after the first of the month
     * @param paymentDueDateOffset 0 to 365 days from issue to due date
     */
    record CycleSpecification(
            String name, Boolean isRef, String frequency, Integer dateShift, Integer paymentDueDateOffset) {}

    static BillingAccountBody of(BillingAccountDetails account, Links links) {
        String customer = account.customerId().toString();
        Ref party = new Ref(customer, links.to(Paths.CUSTOMER, customer), null, "customer", "Customer");
        CycleSpecification cycle = new CycleSpecification(
                "Monthly on day " + account.cycleDay(),
                false,
                "monthly",
                account.cycleDay() - 1,
                account.paymentTermDays());
        return new BillingAccountBody(
                account.id().toString(),
                links.to(Paths.BILLING_ACCOUNT, account.id()),
                account.name(),
                "billing",
                account.state(),
                account.updatedAt(),
                List.of(party),
                new BillStructure(cycle),
                characteristics(account),
                "BillingAccount");
    }

    private static List<Characteristic> characteristics(BillingAccountDetails account) {
        List<Characteristic> all = new ArrayList<>(List.of(
                Characteristic.text(NUMBER, account.number()),
                Characteristic.text(CURRENCY, account.currency()),
                Characteristic.text(TAX_TREATMENT, account.taxTreatment()),
                Characteristic.text("nextBillOn", account.nextBillOn().toString())));
        AccountDocuments documents = account.documents();
        addTo(all, BUYER_REFERENCE, documents.buyerReference());
        addTo(all, PURCHASE_ORDER, documents.purchaseOrder());
        addTo(all, ELECTRONIC_ADDRESS_SCHEME, documents.electronicAddressScheme());
        addTo(all, ELECTRONIC_ADDRESS, documents.electronicAddress());
        addTo(all, E_INVOICE, documents.eInvoice());
        return all;
    }

    private static void addTo(List<Characteristic> all, String name, String value) {
        if (value != null) {
            all.add(Characteristic.text(name, value));
        }
    }
}
