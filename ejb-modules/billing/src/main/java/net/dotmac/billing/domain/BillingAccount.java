package net.dotmac.billing.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * Who pays, when and how. It is active until it is closed, which is final; while on hold it isn't billed, and when released
 * it is billed for all it missed.
 *
 * <p>Its next billing date is moved by billing runs in sets and never through this entity, so that a form that was open
 * during a run can't set it back.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "billing_account")
public class BillingAccount extends TenantEntity {

    private static final String ACTIVE = "active";
    private static final String CLOSED = "closed";

    @Column(updatable = false)
    private String number;

    private String name;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    private String currency;

    @Column(name = "cycle_day")
    private int cycleDay;

    @Column(name = "next_bill_on", updatable = false)
    private LocalDate nextBillOn;

    private String state;

    @Column(name = "payment_term_days")
    private int paymentTermDays;

    @Column(name = "on_hold")
    private boolean onHold;

    @Column(name = "hold_reason")
    private String holdReason;

    @Column(name = "tax_treatment")
    private String taxTreatment;

    @Column(name = "buyer_reference")
    private String buyerReference;

    @Column(name = "purchase_order")
    private String purchaseOrder;

    @Column(name = "endpoint_scheme")
    private String endpointScheme;

    private String endpoint;

    @Column(name = "e_invoice")
    private String eInvoice;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected BillingAccount() {}

    /** An active account whose first cycle date is the first one on or after {@code today}. */
    public BillingAccount(String number, BillingAccountData data, LocalDate today, Instant now) {
        super(newId());
        this.number = text("number", number, 40);
        this.customerId = data.customerId();
        this.state = ACTIVE;
        this.createdAt = now;
        change(data, now);
        this.nextBillOn = CycleCalculator.after(today.minusDays(1), data.cycleDay());
    }

    /** Takes over everything but number and customer. @throws DomainException {@code billing-account-closed} */
    public final void change(BillingAccountData data, Instant now) {
        requireOpen();
        name = text("name", data.name(), 200);
        currency = currency(data.currency());
        cycleDay = between("cycleDay", data.cycleDay(), 1, 31);
        paymentTermDays = between("paymentTermDays", data.paymentTermDays(), 0, 365);
        taxTreatment = (data.treatment() == null ? TaxTreatment.STANDARD : data.treatment()).wire();
        updatedAt = now;
    }

    /** Takes over how it wants its documents. @throws DomainException {@code billing-account-closed} */
    public void change(AccountDocuments documents, Instant now) {
        requireOpen();
        AccountDocuments checked = documents.checked();
        buyerReference = checked.buyerReference();
        purchaseOrder = checked.purchaseOrder();
        endpointScheme = checked.electronicAddressScheme();
        endpoint = checked.electronicAddress();
        eInvoice = checked.eInvoice();
        updatedAt = now;
    }

    public void hold(String reason, Instant now) {
        requireOpen();
        onHold = true;
        holdReason = text("reason", reason, 500);
        updatedAt = now;
    }

    public void release(Instant now) {
        onHold = false;
        holdReason = null;
        updatedAt = now;
    }

    public void close(Instant now) {
        state = CLOSED;
        updatedAt = now;
    }

    public BillingAccountDetails details() {
        return new BillingAccountDetails(
                id(),
                number,
                name,
                customerId,
                currency,
                cycleDay,
                nextBillOn,
                state,
                paymentTermDays,
                onHold,
                holdReason,
                taxTreatment,
                new AccountDocuments(buyerReference, purchaseOrder, endpointScheme, endpoint, eInvoice),
                createdAt,
                updatedAt,
                version);
    }

    private void requireOpen() {
        if (CLOSED.equals(state)) {
            throw new DomainException(
                    BillingProblem.ACCOUNT_CLOSED, "The billing account " + number + " is closed. Use another one.");
        }
    }

    private static String text(String attribute, String value, int atMost) {
        if (value == null || value.isBlank() || value.length() > atMost) {
            throw DomainException.invalid(attribute, "Expected 1 to " + atMost + " characters for " + attribute + ".");
        }
        return value.strip();
    }

    private static int between(String attribute, int value, int least, int most) {
        if (value < least || value > most) {
            throw DomainException.invalid(
                    attribute, "Found " + value + " for " + attribute + ", expected " + least + " to " + most + ".");
        }
        return value;
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code == null ? "" : code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid(
                    "currency", "Found " + code + ", expected a currency of ISO 4217 such as EUR.");
        }
    }
}
