package net.dotmac.services.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * What brings a product to life on the network: designed when ordered, active with its product, inactive while that is
 * suspended, terminated with it.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "service_instance")
public class ServiceInstance extends TenantEntity {

    @Column(name = "product_id", updatable = false)
    private UUID productId;

    private String name;

    @Column(name = "service_type", updatable = false)
    private String serviceType;

    private String state;

    @Column(name = "start_on", updatable = false)
    private LocalDate startOn;

    @Column(name = "end_on")
    private LocalDate endOn;

    @Version
    private int version;

    protected ServiceInstance() {}

    public ServiceInstance(Product product, String serviceType) {
        super(newId());
        this.productId = product.id();
        this.name = product.name();
        this.serviceType = serviceType;
        this.state = "designed";
        this.startOn = product.startOn();
    }

    /** Follows its product. */
    public void follow(Product product, LocalDate today) {
        name = product.name();
        switch (product.status()) {
            case "active", "pendingTerminate" -> state = today.isBefore(startOn) ? state : "active";
            case "suspended" -> state = "inactive";
            case "terminated" -> {
                state = "terminated";
                endOn = today;
            }
            default -> {}
        }
    }

    public String state() {
        return state;
    }
}
