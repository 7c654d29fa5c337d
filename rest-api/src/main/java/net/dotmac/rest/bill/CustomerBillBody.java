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

    /** A file of the bill. */
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
                documents(bill, links),
                "CustomerBill");
    }

    /** The PDF, and the e-invoice in its forms, each made when it is first asked for. */
    private static List<Document> documents(InvoiceDetails bill, Links links) {
        String pdf = links.to(Paths.CUSTOMER_BILL, bill.id()) + "/document";
        String eInvoice = links.to("/api/v1/customer-bills/", bill.id() + "/e-invoice?format=");
        return List.of(
                document(bill, "", pdf, ".pdf", "application/pdf"),
                document(bill, "-ubl", eInvoice + "ubl", ".xml", "application/xml"),
                document(bill, "-cii", eInvoice + "cii", ".cii.xml", "application/xml"),
                document(bill, "-facturX", eInvoice + "facturX", ".facturx.pdf", "application/pdf"));
    }

    private static Document document(InvoiceDetails bill, String kind, String url, String ending, String mimeType) {
        return new Document(bill.id() + kind, url, bill.number() + ending, mimeType, "bill", url, "Attachment");
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
