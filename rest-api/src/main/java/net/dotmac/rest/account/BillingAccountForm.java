package net.dotmac.rest.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Characteristic;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.write.PathId;

/** The writable attributes of a BillingAccount; the {@code nextBillOn} that is shown is read and not kept. */
record BillingAccountForm(
        String name,
        String accountType,
        String state,
        List<Ref> relatedParty,
        BillingAccountBody.BillStructure billStructure,
        List<Characteristic> characteristic) {

    private static final Set<String> KNOWN = Set.of(
            BillingAccountBody.NUMBER,
            BillingAccountBody.CURRENCY,
            BillingAccountBody.TAX_TREATMENT,
            "nextBillOn",
            BillingAccountBody.BUYER_REFERENCE,
            BillingAccountBody.PURCHASE_ORDER,
            BillingAccountBody.ELECTRONIC_ADDRESS_SCHEME,
            BillingAccountBody.ELECTRONIC_ADDRESS,
            BillingAccountBody.E_INVOICE);
    private static final int USUAL_CYCLE_DAY = 1;
    private static final int USUAL_PAYMENT_TERM_DAYS = 14;

    /** @param currency of the tenant, for accounts that name none */
    BillingAccountData data(String currency) {
        if (name == null || name.isBlank()) {
            throw DomainException.invalid("name", "The account's name is missing.");
        }
        Map<String, String> more = characteristics();
        var cycle = billStructure == null ? null : billStructure.cycleSpecification();
        BillingAccountData data = new BillingAccountData(
                more.get(BillingAccountBody.NUMBER),
                name,
                customer(),
                more.getOrDefault(BillingAccountBody.CURRENCY, currency),
                cycle == null || cycle.dateShift() == null ? USUAL_CYCLE_DAY : cycleDay(cycle.dateShift()),
                cycle == null || cycle.paymentDueDateOffset() == null
                        ? USUAL_PAYMENT_TERM_DAYS
                        : cycle.paymentDueDateOffset(),
                null);
        return data.taxed(more.get(BillingAccountBody.TAX_TREATMENT));
    }

    /** How it wants its documents. */
    AccountDocuments documents() {
        Map<String, String> more = characteristics();
        return new AccountDocuments(
                        more.get(BillingAccountBody.BUYER_REFERENCE),
                        more.get(BillingAccountBody.PURCHASE_ORDER),
                        more.get(BillingAccountBody.ELECTRONIC_ADDRESS_SCHEME),
                        more.get(BillingAccountBody.ELECTRONIC_ADDRESS),
                        more.get(BillingAccountBody.E_INVOICE))
                .checked();
    }

    private Map<String, String> characteristics() {
        return Characteristic.texts(characteristic, KNOWN);
    }

    private static int cycleDay(int dateShift) {
        if (dateShift < 0 || dateShift > 30) {
            throw DomainException.invalid(
                    "billStructure.cycleSpecification.dateShift",
                    "Expected 0 to 30 days after the first of the month.");
        }
        return dateShift + 1;
    }

    private UUID customer() {
        List<Ref> parties = relatedParty == null ? List.of() : relatedParty;
        return parties.stream()
                .filter(party -> party != null && (parties.size() == 1 || "customer".equalsIgnoreCase(party.role())))
                .findFirst()
                .map(party -> PathId.inBody("relatedParty.id", party.id()))
                .orElseThrow(() -> DomainException.invalid(
                        "relatedParty", "The account names no relatedParty with the role customer."));
    }
}
