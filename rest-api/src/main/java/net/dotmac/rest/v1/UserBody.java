package net.dotmac.rest.v1;

import java.time.Instant;
import java.util.List;
import net.dotmac.identity.UserAccount;

/** A user as the API shows him. */
record UserBody(
        String id,
        String href,
        String username,
        String fullName,
        String email,
        String status,
        List<String> roles,
        Instant lockedUntil,
        Instant createdAt) {

    static final String PATH = "/api/v1/users/";

    static UserBody of(UserAccount user, String href) {
        return new UserBody(
                user.id().toString(),
                href,
                user.username(),
                user.fullName(),
                user.email(),
                user.status(),
                user.roles(),
                user.lockedUntil(),
                user.createdAt());
    }
}
