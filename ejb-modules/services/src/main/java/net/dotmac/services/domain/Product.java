package net.dotmac.services.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.services.OrderProblem;
import net.dotmac.services.Payer;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.SubscriptionItem;

/**
 * What a customer has from an order. It is pendingActive until its first day, active through its life, suspended while access
 * to it is locked, pendingTerminate once its end is known, and terminated from the day of the end on.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "product")
public class Product extends TenantEntity {

    private String name;
    private String status;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "billing_account_id")
    private UUID billingAccountId;

    @Column(name = "offering_id")
    private UUID offeringId;

    @Column(name = "offering_name")
    private String offeringName;

    @Column(name = "order_id", updatable = false)
    private UUID orderId;

    private int quantity;

    @Column(name = "start_on", updatable = false)
    private LocalDate startOn;

    @Column(name = "end_on")
    private LocalDate endOn;

    @Column(name = "committed_until")
    private LocalDate committedUntil;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Product() {}

    public Product(OfferingDetails offering, Payer payer, UUID orderId, int quantity, LocalDate startOn, Instant now) {
        super(newId());
        this.name = offering.name();
        this.status = "pendingActive";
        this.customerId = payer.customerId();
        this.billingAccountId = payer.billingAccountId();
        this.offeringId = offering.id();
        this.offeringName = offering.name();
        this.orderId = orderId;
        this.quantity = quantity;
        this.startOn = startOn;
        this.committedUntil = commitment(offering, startOn);
        this.createdAt = now;
    }

    private static LocalDate commitment(OfferingDetails offering, LocalDate from) {
        Integer months = offering.data().commitmentMonths();
        return months == null ? null : from.plusMonths(months);
    }

    /** Ends it: its last day is the one before. */
    public void endOn(LocalDate day) {
        if (endOn != null) {
            throw new DomainException(
                    OrderProblem.PRODUCT_ENDED, name + " already ends on " + endOn + ". It can't be changed any more.");
        }
        if (day.isBefore(startOn)) {
            throw DomainException.invalid(
                    "requestedStartDate",
                    "The product starts on " + startOn + " and can't end before, on " + day + ".");
        }
        endOn = day;
        status = "pendingTerminate";
    }

    /**
     * Goes over to another offering, quantity or payer; its items change with it. Another offering binds the customer anew if
     * it has a commitment, and never shortens the one he has.
     */
    public void become(OfferingDetails offering, int newQuantity, Payer payer, LocalDate day) {
        requireUnended();
        if (day.isBefore(startOn)) {
            throw DomainException.invalid(
                    "requestedStartDate",
                    "The product starts on " + startOn + " and can't be changed before, on " + day + ".");
        }
        LocalDate anew = commitment(offering, day);
        if (!offering.id().equals(offeringId)
                && anew != null
                && (committedUntil == null || anew.isAfter(committedUntil))) {
            committedUntil = anew;
        }
        name = offering.name();
        offeringId = offering.id();
        offeringName = offering.name();
        quantity = newQuantity;
        billingAccountId = payer.billingAccountId();
    }

    /** @throws DomainException {@code product-already-ended} if its end is known */
    public void requireUnended() {
        if (endOn != null) {
            throw new DomainException(
                    OrderProblem.PRODUCT_ENDED, name + " ends on " + endOn + ". It can't be changed any more.");
        }
    }

    /**
     * Brings the status up to a day.
     *
     * @param isLocked whether access to it is locked on that day
     */
    public void live(LocalDate today, boolean isLocked) {
        if (endOn != null && !today.isBefore(endOn)) {
            status = "terminated";
        } else if (today.isBefore(startOn)) {
            status = endOn == null ? "pendingActive" : "pendingTerminate";
        } else if (isLocked) {
            status = "suspended";
        } else {
            status = endOn == null ? "active" : "pendingTerminate";
        }
    }

    public String name() {
        return name;
    }

    public String status() {
        return status;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public UUID offeringId() {
        return offeringId;
    }

    public int quantity() {
        return quantity;
    }

    public LocalDate startOn() {
        return startOn;
    }

    /** The day after the last one the customer is bound for, or null. */
    public LocalDate committedUntil() {
        return committedUntil;
    }

    public ProductDetails details(List<SubscriptionItem> items) {
        return new ProductDetails(
                id(),
                name,
                status,
                customerId,
                billingAccountId,
                offeringId,
                offeringName,
                orderId,
                quantity,
                startOn,
                endOn,
                committedUntil,
                createdAt,
                items);
    }
}
