package net.dotmac.services.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.services.OrderProblem;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceRule;

/** A change of prices that was planned: applied when its day has come for every product, or withdrawn before. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "price_change")
public class PriceChange extends TenantEntity {

    private String name;

    @Column(name = "offering_id", updatable = false)
    private UUID offeringId;

    @Column(name = "price_id", updatable = false)
    private UUID priceId;

    @Column(name = "sold_before", updatable = false)
    private LocalDate soldBefore;

    @Column(name = "spares_bound", updatable = false)
    private boolean sparesBound;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private BigDecimal value;

    @Column(name = "effective_on", updatable = false)
    private LocalDate effectiveOn;

    private String state;
    private int products;

    @Column(name = "planned_by", updatable = false)
    private String plannedBy;

    @Column(name = "planned_at", updatable = false)
    private Instant plannedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private int version;

    protected PriceChange() {}

    public PriceChange(PriceChangeData data, int products, String plannedBy, Instant now) {
        super(newId());
        name = data.name();
        offeringId = data.offeringId();
        priceId = data.priceId();
        soldBefore = data.soldBefore();
        sparesBound = data.sparesBound();
        kind = data.rule().kind().wire();
        value = data.rule().value();
        effectiveOn = data.effectiveOn();
        state = "planned";
        this.products = products;
        this.plannedBy = plannedBy;
        plannedAt = now;
    }

    /** Takes it back, as long as nobody pays the new price. */
    public void withdraw(LocalDate today, String actor, Instant now) {
        if (!state.equals("planned") || !today.isBefore(effectiveOn)) {
            throw new DomainException(
                    OrderProblem.PRICES_CHANGED,
                    name + " is " + state + " and takes effect on " + effectiveOn
                            + "; a change can be withdrawn before that day. Plan another that changes the prices back.");
        }
        state = "withdrawn";
        closedBy = actor;
        closedAt = now;
    }

    /** Nothing of it is left to do. */
    public void close(String actor, Instant now) {
        state = "applied";
        closedBy = actor;
        closedAt = now;
    }

    public boolean isWithdrawn() {
        return state.equals("withdrawn");
    }

    public PriceChangeDetails details() {
        PriceRule rule = new PriceRule(PriceRule.Kind.ofWire(kind), value);
        PriceChangeData data =
                new PriceChangeData(name, offeringId, priceId, soldBefore, sparesBound, rule, effectiveOn);
        return new PriceChangeDetails(id(), data, state, products, plannedBy, plannedAt, closedBy, closedAt);
    }
}
