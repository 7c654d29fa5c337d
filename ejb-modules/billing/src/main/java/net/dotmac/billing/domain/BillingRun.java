package net.dotmac.billing.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import net.dotmac.kernel.persistence.TenantEntity;
import org.hibernate.annotations.Immutable;

/** A billing run, for lists; it is written in sets. It runs until every slice is done or given up. */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "billing_run")
@SuppressWarnings("UnusedVariable") // queries read the fields by name
public class BillingRun extends TenantEntity {

    private String mode;

    @Column(name = "bill_date")
    private LocalDate billDate;

    private String state;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    protected BillingRun() {}
}
