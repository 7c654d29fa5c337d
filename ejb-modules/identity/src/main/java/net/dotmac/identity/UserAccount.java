package net.dotmac.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person of the ISP's staff who signs in.
 *
 * @param username unique in the tenant, lower case
 * @param email or null
 * @param status {@code active} or {@code disabled}
 * @param roles names, sorted
 * @param lockedUntil end of the lock after too many failures, or null
 */
public record UserAccount(
        UUID id,
        String username,
        String fullName,
        String email,
        String status,
        List<String> roles,
        Instant lockedUntil,
        Instant createdAt) {

    public UserAccount {
        roles = List.copyOf(roles);
    }
}
