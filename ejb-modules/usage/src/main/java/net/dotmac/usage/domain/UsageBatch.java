package net.dotmac.usage.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.usage.UsageBatchDetails;
import org.hibernate.annotations.Immutable;

/** A delivery of usage records; it never changes. */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "usage_batch")
public class UsageBatch extends TenantEntity {

    private String channel;
    private String name;
    private int records;
    private int accepted;
    private int duplicates;
    private int refused;

    @Column(name = "received_by")
    private String receivedBy;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected UsageBatch() {}

    /** A delivery to be kept under this id. */
    public UsageBatch(UUID id, UsageBatchDetails details) {
        super(id);
        channel = details.channel();
        name = details.name();
        records = details.records();
        accepted = details.accepted();
        duplicates = details.duplicates();
        refused = details.refused();
        receivedBy = details.receivedBy();
        receivedAt = details.receivedAt();
    }

    public UsageBatchDetails details() {
        return new UsageBatchDetails(
                id(), channel, name, records, accepted, duplicates, refused, receivedBy, receivedAt);
    }
}
