package net.dotmac.identity.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dotmac.identity.UserAccount;
import net.dotmac.kernel.persistence.TenantEntity;
import org.hibernate.annotations.BatchSize;

/**
 * A person who signs in. He starts active; five wrong passwords in a row lock him for half an hour, after which he
 * starts afresh; disabled, he can't sign in until somebody makes him active again. Users are never deleted, for the
 * audit trail names them.
 */
@Entity
@Table(name = "app_user")
public class User extends TenantEntity {

    public static final String ACTIVE = "active";
    public static final String DISABLED = "disabled";

    static final int MAX_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(30);

    @Column(name = "username", updatable = false)
    private String username;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "email")
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "status")
    private String status;

    @Column(name = "failures")
    private int failures;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version")
    private long version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role_name")
    @BatchSize(size = 100)
    private Set<String> roles = new HashSet<>();

    protected User() {}

    public User(String username, String fullName, String email, String passwordHash, Instant now) {
        super(newId());
        this.username = username;
        this.fullName = fullName;
        this.email = email;
        this.passwordHash = passwordHash;
        this.status = ACTIVE;
        this.createdAt = now;
    }

    /**
     * Counts an attempt to sign in.
     *
     * @return whether he may come in: right password, active, not locked
     */
    public boolean attempt(boolean isPasswordRight, Instant now) {
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return false;
        }
        lockedUntil = null;
        if (!isPasswordRight) {
            failures++;
            if (failures >= MAX_FAILURES) {
                failures = 0;
                lockedUntil = now.plus(LOCK);
            }
            return false;
        }
        failures = 0;
        return status.equals(ACTIVE);
    }

    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public void change(String newFullName, String newEmail, String newStatus, Collection<String> newRoles) {
        fullName = newFullName;
        email = newEmail;
        status = newStatus;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    /** A new password also ends a lock: whoever sets it has proven more than the password. */
    public void setPasswordHash(String newHash) {
        passwordHash = newHash;
        failures = 0;
        lockedUntil = null;
    }

    public String username() {
        return username;
    }

    public String fullName() {
        return fullName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** What others may see of him. */
    public UserAccount account() {
        List<String> sorted = roles.stream().sorted().toList();
        return new UserAccount(id(), username, fullName, email, status, sorted, lockedUntil, createdAt);
    }
}
