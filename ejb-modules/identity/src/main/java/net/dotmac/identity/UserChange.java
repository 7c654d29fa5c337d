package net.dotmac.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A user's changeable attributes, all of them, as they shall be.
 *
 * @param email or null for none
 * @param status {@code active} or {@code disabled}
 * @param roles names of roles of the tenant
 */
public record UserChange(String fullName, String email, String status, List<String> roles) {

    public UserChange {
        roles = roles == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(roles));
    }
}
