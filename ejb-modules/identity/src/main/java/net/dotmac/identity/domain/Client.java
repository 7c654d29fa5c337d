package net.dotmac.identity.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import net.dotmac.identity.ApiClient;
import net.dotmac.identity.RandomSecret;
import net.dotmac.kernel.persistence.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A program that gets tokens by its id and secret until it is disabled. */
@Entity
@Table(name = "api_client")
public class Client extends TenantEntity {

    @Column(name = "client_id", updatable = false)
    private String clientId;

    @Column(name = "name")
    private String name;

    @Column(name = "secret_hash")
    private String secretHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "permissions")
    private String[] permissions;

    @Column(name = "status")
    private String status;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    protected Client() {}

    public Client(String clientId, String name, String secret, Collection<String> permissions, Instant now) {
        super(newId());
        this.clientId = clientId;
        this.name = name;
        this.secretHash = RandomSecret.hash(secret);
        this.permissions = permissions.stream().distinct().sorted().toArray(String[]::new);
        this.status = User.ACTIVE;
        this.createdAt = now;
    }

    /** Whether the secret is right and the client active. */
    public boolean admits(String secret) {
        return RandomSecret.matches(secret, secretHash) && status.equals(User.ACTIVE);
    }

    public void replaceSecret(String secret) {
        secretHash = RandomSecret.hash(secret);
    }

    public void setStatus(String newStatus) {
        status = newStatus;
    }

    public String clientId() {
        return clientId;
    }

    public List<String> permissions() {
        return List.of(permissions);
    }

    /** What others may see of it. */
    public ApiClient view() {
        return new ApiClient(id(), clientId, name, permissions(), status, createdAt);
    }
}
