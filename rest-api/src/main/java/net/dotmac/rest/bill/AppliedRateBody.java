package net.dotmac.rest.bill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.Characteristic;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TimePeriod;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.tmf.TmfTime;
import net.dotmac.rest.write.Links;

/**
 * TMF678 AppliedCustomerBillingRate: a line of a bill. Its id is the bill's, a hyphen and the line's number.
 *
 * @param type {@code recurring}, {@code recurringCredit}, {@code oneTime}, {@code usage}, {@code lateUsage} or
 *     {@code lateFee}
 */
record AppliedRateBody(
        String id,
        String href,
        String date,
        String name,
        String description,
        String type,
        boolean isBilled,
        List<AppliedTax> appliedTax,
        Ref bill,
        Ref billingAccount,
        Ref product,
        TimePeriod periodCoverage,
        TmfMoney taxExcludedAmount,
        TmfMoney taxIncludedAmount,
        List<Characteristic> characteristic,
        @JsonProperty("@type") String resourceType) {

    record AppliedTax(String taxCategory, BigDecimal taxRate, TmfMoney taxAmount) {}

    static AppliedRateBody of(InvoiceLineDetails line, Map<UUID, InvoiceDetails> bills, ZoneId zone, Links links) {
        InvoiceDetails bill = bills.get(line.invoiceId());
        String id = line.invoiceId() + "-" + line.lineNo();
        String billId = bill.id().toString();
        String account = bill.billingAccountId().toString();
        String product = line.productId() == null ? null : line.productId().toString();
        return new AppliedRateBody(
                id,
                links.to(Paths.APPLIED_RATE, id),
                TmfTime.of(bill.issuedOn(), zone),
                line.description(),
                line.description(),
                line.kind(),
                true,
                List.of(new AppliedTax(line.taxCategory(), line.taxPercent(), money(line.taxMinor(), bill.currency()))),
                Ref.to(billId, links.to(Paths.CUSTOMER_BILL, billId), bill.number(), "CustomerBill"),
                Ref.to(account, links.to(Paths.BILLING_ACCOUNT, account), bill.accountNumber(), "BillingAccount"),
                product == null ? null : Ref.to(product, links.to(Paths.PRODUCT, product), null, "Product"),
                new TimePeriod(TmfTime.of(line.periodStart(), zone), TmfTime.of(line.periodEnd(), zone)),
                money(line.netMinor(), bill.currency()),
                money(Math.addExact(line.netMinor(), line.taxMinor()), bill.currency()),
                measures(line),
                "AppliedCustomerBillingRate");
    }

    private static List<Characteristic> measures(InvoiceLineDetails line) {
        List<Characteristic> measures = new ArrayList<>();
        measures.add(Characteristic.number("quantity", line.quantity()));
        if (line.unitPrice() != null) {
            measures.add(Characteristic.number("unitPrice", line.unitPrice()));
        }
        if (line.used() != null) {
            measures.add(Characteristic.number("used", line.used()));
            measures.add(Characteristic.number("allowance", line.allowance()));
            measures.add(Characteristic.text("unitOfMeasure", line.unitOfMeasure()));
            if (line.rolledOver() != null && line.rolledOver().signum() > 0) {
                measures.add(Characteristic.number("rolledOver", line.rolledOver()));
            }
            if (line.formula() != null && !line.formula().isEmpty()) {
                measures.add(Characteristic.text("formula", line.formula()));
            }
        }
        return measures;
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
