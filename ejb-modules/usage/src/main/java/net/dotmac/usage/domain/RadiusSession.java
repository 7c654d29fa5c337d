package net.dotmac.usage.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.usage.RadiusSessionDetails;
import org.hibernate.annotations.Immutable;

/** A session, for reading; it is written as part of a set. */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "radius_session")
public class RadiusSession extends TenantEntity {

    private String nas;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "charged_octets")
    private BigDecimal octets;

    @Column(name = "first_at")
    private Instant firstAt;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "is_open")
    private boolean open;

    protected RadiusSession() {}

    public RadiusSessionDetails details() {
        return new RadiusSessionDetails(id(), nas, sessionId, productId, octets, firstAt, lastAt, open);
    }
}
