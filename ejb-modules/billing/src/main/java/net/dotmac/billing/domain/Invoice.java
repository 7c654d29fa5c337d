package net.dotmac.billing.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.persistence.TenantEntity;
import org.hibernate.annotations.Immutable;

/**
 * An issued invoice or credit note. It is born complete, written in sets, and never changes; a correction is a credit note.
 * What is open of it is known to the ledger. How far it is settled stands here too, so that lists find it, but is none of the
 * document: it follows the ledger, in the transaction that settles.
 */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "invoice")
public class Invoice extends TenantEntity {

    private String kind;

    @SuppressWarnings("UnusedVariable") // queries read it by name
    private String state;

    private String number;

    @Column(name = "billing_account_id")
    private UUID billingAccountId;

    @Column(name = "account_number")
    private String accountNumber;

    @Column(name = "corrects_id")
    private UUID correctsId;

    private String reason;

    @Column(name = "run_id")
    private UUID runId;

    @SuppressWarnings("UnusedVariable") // queries read it by name
    private Integer slice;

    @Column(name = "cycle_date")
    private LocalDate cycleDate;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    private String currency;

    @Column(name = "net_minor")
    private long netMinor;

    @Column(name = "tax_minor")
    private long taxMinor;

    @Column(name = "gross_minor")
    private long grossMinor;

    @Column(name = "tax_treatment")
    private String taxTreatment;

    @Column(name = "seller_copy_id")
    private UUID sellerCopyId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "buyer_number")
    private String buyerNumber;

    @Column(name = "buyer_name")
    private String buyerName;

    @Column(name = "buyer_street")
    private String buyerStreet;

    @Column(name = "buyer_postcode")
    private String buyerPostcode;

    @Column(name = "buyer_city")
    private String buyerCity;

    @Column(name = "buyer_country")
    private String buyerCountry;

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Column(name = "buyer_vat_id")
    private String buyerVatId;

    @Column(name = "buyer_language")
    private String buyerLanguage;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Invoice() {}

    public DocumentKind kind() {
        return DocumentKind.ofWire(kind);
    }

    public String number() {
        return number;
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public String accountNumber() {
        return accountNumber;
    }

    /** The invoice that a credit note corrects, or null. */
    public UUID correctsId() {
        return correctsId;
    }

    public String reason() {
        return reason;
    }

    public UUID runId() {
        return runId;
    }

    public LocalDate cycleDate() {
        return cycleDate;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String currency() {
        return currency;
    }

    public long netMinor() {
        return netMinor;
    }

    public long taxMinor() {
        return taxMinor;
    }

    public long grossMinor() {
        return grossMinor;
    }

    public TaxTreatment treatment() {
        return TaxTreatment.ofWire(taxTreatment);
    }

    public UUID sellerCopyId() {
        return sellerCopyId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The buyer as he was copied. */
    public BillTo buyer() {
        PostalAddress address = buyerStreet == null && buyerCity == null
                ? null
                : new PostalAddress(buyerStreet, buyerPostcode, buyerCity, buyerCountry);
        return new BillTo(customerId, buyerNumber, buyerName, address, buyerEmail, buyerVatId, buyerLanguage);
    }
}
