package net.dotmac.networking.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.networking.SiteDetails;

/** A place with devices: a point of presence, a tower, a street cabinet. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "site")
public class Site extends TenantEntity {

    private String name;
    private String location;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Site() {}

    public Site(String name, String location, Instant now) {
        super(newId());
        this.createdAt = now;
        change(name, location);
    }

    /** @throws net.dotmac.kernel.DomainException {@code invalid-value}, naming the attribute */
    public final void change(String newName, String newLocation) {
        name = Texts.required("name", newName, 200);
        location = Texts.optional("location", newLocation, 200);
    }

    public SiteDetails details() {
        return new SiteDetails(id(), name, location);
    }
}
