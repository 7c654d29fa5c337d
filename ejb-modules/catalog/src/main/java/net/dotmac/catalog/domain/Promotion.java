package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.CatalogProblem;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionDetails;
import net.dotmac.catalog.PromotionUse;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/** A code and what it gives. What was given keeps its terms; so nothing but its end can be changed. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "promotion")
public class Promotion extends TenantEntity {

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private BigDecimal value;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private Integer periods;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to", updatable = false)
    private LocalDate validTo;

    @Column(name = "uses_at_most", updatable = false)
    private Integer usesAtMost;

    @Column(name = "each_at_most", updatable = false)
    private int eachAtMost;

    private int uses;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Promotion() {}

    public Promotion(PromotionData data, String createdBy, Instant now) {
        super(newId());
        code = data.code();
        name = data.name();
        kind = data.kind();
        value = data.value();
        currency = data.currency();
        periods = data.periods();
        validFrom = data.validFrom();
        validTo = data.validTo();
        usesAtMost = data.usesAtMost();
        eachAtMost = data.eachAtMost();
        this.createdBy = createdBy;
        createdAt = now;
    }

    /**
     * Counts a use.
     *
     * @param offerings for which it is good, empty for all
     * @param byCustomer how often this customer has used it
     * @throws DomainException {@code promotion-not-usable} in words for the customer
     */
    public void use(PromotionUse wanted, List<UUID> offerings, long byCustomer) {
        if (endedAt != null
                || wanted.day().isBefore(validFrom)
                || validTo != null && wanted.day().isAfter(validTo)) {
            throw refused("can be used from " + validFrom + (validTo == null ? "" : " to " + validTo)
                    + (endedAt == null ? "" : " and was ended") + ", and the order is of " + wanted.day() + ".");
        }
        if (!offerings.isEmpty() && !offerings.contains(wanted.offeringId())) {
            throw refused("is not for this offering.");
        }
        if (currency != null && !currency.equals(wanted.currency())) {
            throw refused("is an amount in " + currency + ", and the account is kept in " + wanted.currency() + ".");
        }
        if (usesAtMost != null && uses >= usesAtMost) {
            throw refused("was used " + uses + " times, which is as often as it may be.");
        }
        if (byCustomer >= eachAtMost) {
            throw refused("was used " + byCustomer + " times by this customer, and may be " + eachAtMost + " times.");
        }
        uses++;
    }

    /** Takes it out of use; what was given stays. */
    public void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    private DomainException refused(String why) {
        return new DomainException(
                CatalogProblem.PROMOTION_NOT_USABLE, "The code " + code + " " + why, "promotionCode");
    }

    /** @param offerings for which it is good, empty for all */
    public PromotionDetails details(List<UUID> offerings) {
        PromotionData data = new PromotionData(
                code,
                name,
                kind,
                plain(value),
                currency,
                periods,
                validFrom,
                validTo,
                usesAtMost,
                eachAtMost,
                offerings);
        return new PromotionDetails(id(), data, uses, endedAt, createdBy, createdAt);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
