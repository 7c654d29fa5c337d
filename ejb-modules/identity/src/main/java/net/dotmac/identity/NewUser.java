package net.dotmac.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A user to be created.
 *
 * @param username 2 to 100 characters: lower-case letters, digits and {@code ._@+-}
 * @param email or null
 * @param password 10 to 200 characters
 * @param roles names of roles of the tenant
 */
public record NewUser(String username, String fullName, String email, String password, List<String> roles) {

    public NewUser {
        roles = roles == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(roles));
    }
}
