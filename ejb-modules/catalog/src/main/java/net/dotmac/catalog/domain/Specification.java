package net.dotmac.catalog.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import net.dotmac.catalog.SpecificationData;
import net.dotmac.catalog.SpecificationDetails;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/** What a product is, apart from its price: fibre access of a speed, a telephone line, a router. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "specification")
public class Specification extends TenantEntity {

    private static final List<String> SERVICE_TYPES = List.of("access", "voice", "tv", "addon", "goods");

    private String name;
    private String description;
    private String brand;

    @Column(name = "service_type")
    private String serviceType;

    @Column(name = "lifecycle_status")
    private String lifecycleStatus;

    @Column(name = "last_update")
    private Instant lastUpdate;

    @Version
    private int version;

    protected Specification() {}

    public Specification(SpecificationData data, Instant now) {
        super(newId());
        change(data, now);
    }

    public final void change(SpecificationData data, Instant now) {
        name = Texts.required("name", data.name(), 200);
        description = Texts.optional("description", data.description(), 4000);
        brand = Texts.optional("brand", data.brand(), 200);
        serviceType = data.serviceType() == null ? "access" : data.serviceType();
        if (!SERVICE_TYPES.contains(serviceType)) {
            throw DomainException.invalid(
                    "serviceType",
                    "Found " + serviceType + ", expected one of " + String.join(", ", SERVICE_TYPES) + ".");
        }
        lifecycleStatus = Texts.lifecycle(data.lifecycleStatus());
        lastUpdate = now;
    }

    public String serviceType() {
        return serviceType;
    }

    public SpecificationDetails details() {
        SpecificationData data = new SpecificationData(name, description, brand, serviceType, lifecycleStatus);
        return new SpecificationDetails(id(), data, lastUpdate, version);
    }
}
