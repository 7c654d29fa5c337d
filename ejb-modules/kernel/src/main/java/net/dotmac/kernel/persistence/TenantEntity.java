package net.dotmac.kernel.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import org.hibernate.annotations.TenantId;

/**
 * An entity that belongs to a tenant. Hibernate fills and filters {@code tenant_id} from the call context; row-level security
 * does the same once more in the database. The table's primary key is (tenant_id, id); the entity's is the id alone.
 */
@MappedSuperclass
public abstract class TenantEntity {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    /** For Hibernate, which fills the id from the row. */
    protected TenantEntity() {}

    protected TenantEntity(UUID id) {
        this.id = Objects.requireNonNull(id, "id");
    }

    /** The id for a new entity of this tenant. */
    protected static UUID newId() {
        return Ids.next();
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TenantEntity that && getClass().equals(that.getClass()) && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
