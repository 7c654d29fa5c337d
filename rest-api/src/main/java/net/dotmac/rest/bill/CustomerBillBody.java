package net.dotmac.rest.bill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceTaxDetails;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.tmf.TmfTime;
import net.dotmac.rest.write.Links;

/**
 * TMF678 CustomerBill.
 *
 * @param category {@code invoice} or {@code creditNote}
 * @param runType {@code onCycle} for those of a billing run, {@code offCycle} for others
 */
record CustomerBillBody(
        String id,
        String href,
        String billNo,
        String category,
        String runType,
        String state,
        String billDate,
        String paymentDueDate,
        Instant lastUpdate,
        TmfMoney amountDue,
        TmfMoney remainingAmount,
        TmfMoney taxExcludedAmount,
        TmfMoney taxIncludedAmount,
        List<TaxItem> taxItem,
        Ref billingAccount,
        List<Ref> relatedParty,
        List<Document> billDocument,
        @JsonProperty("@type") String type) {

    record TaxItem(String taxCategory, BigDecimal taxRate, TmfMoney taxAmount) {

        private static TaxItem of(InvoiceTaxDetails tax, String currency) {
            return new TaxItem(tax.category(), tax.percent(), money(tax.taxMinor(), currency));
        }
    }

    /** The PDF. */
    record Document(
            String id,
            String href,
            String name,
            String mimeType,
            String attachmentType,
            String url,
            @JsonProperty("@referredType") String referredType) {}

    /** @param taxes null where they aren't shown */
    static CustomerBillBody of(InvoiceDetails bill, List<InvoiceTaxDetails> taxes, ZoneId zone, Links links) {
        String currency = bill.currency();
        String customer = bill.buyer().customerId().toString();
        String account = bill.billingAccountId().toString();
        return new CustomerBillBody(
                bill.id().toString(),
                links.to(Paths.CUSTOMER_BILL, bill.id()),
                bill.number(),
                bill.kind(),
                bill.runId() == null ? "offCycle" : "onCycle",
                bill.state(),
                TmfTime.of(bill.issuedOn(), zone),
                TmfTime.of(bill.dueOn(), zone),
                bill.createdAt(),
                money(bill.grossMinor(), currency),
                money(bill.openMinor(), currency),
                money(bill.netMinor(), currency),
                money(bill.grossMinor(), currency),
                taxes == null
                        ? null
                        : taxes.stream().map(tax -> TaxItem.of(tax, currency)).toList(),
                Ref.to(account, links.to(Paths.BILLING_ACCOUNT, account), bill.accountNumber(), "BillingAccount"),
                List.of(new Ref(
                        customer,
                        links.to(Paths.CUSTOMER, customer),
                        bill.buyer().name(),
                        "customer",
                        "Customer")),
                List.of(document(bill, links)),
                "CustomerBill");
    }

    private static Document document(InvoiceDetails bill, Links links) {
        String url = links.to(Paths.CUSTOMER_BILL, bill.id()) + "/document";
        return new Document(
                bill.id().toString(), url, bill.number() + ".pdf", "application/pdf", "bill", url, "Attachment");
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
