package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/** What a customer can order: a specification with its prices. It can be ordered while it is Active or Launched. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "offering")
public class Offering extends TenantEntity {

    private static final int COMMITMENT_AT_MOST = 120;

    private String name;
    private String description;

    @Column(name = "specification_id")
    private UUID specificationId;

    @Column(name = "commitment_months")
    private Integer commitmentMonths;

    @Column(name = "lifecycle_status")
    private String lifecycleStatus;

    @Column(name = "last_update")
    private Instant lastUpdate;

    @Version
    private int version;

    protected Offering() {}

    public Offering(OfferingData data, Instant now) {
        super(newId());
        change(data, now);
    }

    /** Takes over everything but the prices, which the repository keeps in their order. */
    public final void change(OfferingData data, Instant now) {
        name = Texts.required("name", data.name(), 200);
        description = Texts.optional("description", data.description(), 4000);
        specificationId = data.specificationId();
        commitmentMonths = months(data.commitmentMonths());
        lifecycleStatus = Texts.lifecycle(data.lifecycleStatus());
        lastUpdate = now;
    }

    private static Integer months(Integer months) {
        if (months != null && (months < 1 || months > COMMITMENT_AT_MOST)) {
            throw DomainException.invalid(
                    "productOfferingTerm.duration",
                    "Found " + months + " months, expected a commitment of 1 to " + COMMITMENT_AT_MOST + " months.");
        }
        return months;
    }

    public UUID specificationId() {
        return specificationId;
    }

    public OfferingDetails details(String serviceType, List<PriceDetails> prices) {
        List<UUID> priceIds = prices.stream().map(PriceDetails::id).toList();
        OfferingData data =
                new OfferingData(name, description, specificationId, priceIds, commitmentMonths, lifecycleStatus);
        return new OfferingDetails(id(), data, serviceType, prices, lastUpdate, version);
    }
}
