package net.dotmac.identity;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;

/** What a user's attributes may be. */
final class UserRules {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,189}");
    private static final int MAX_NAME = 200;

    private UserRules() {}

    static void check(NewUser wanted) {
        if (wanted.username() == null || !USERNAME.matcher(wanted.username()).matches()) {
            throw DomainException.invalid(
                    "username", "A username has 2 to 100 lower-case letters, digits and . _ @ + -");
        }
        checkPerson(wanted.fullName(), wanted.email());
        checkRoles(wanted.roles());
    }

    static void check(UserChange wanted) {
        checkPerson(wanted.fullName(), wanted.email());
        checkRoles(wanted.roles());
        if (wanted.status() == null || !List.of("active", "disabled").contains(wanted.status())) {
            throw DomainException.invalid("status", "A user's status is active or disabled.");
        }
    }

    private static void checkRoles(List<String> roles) {
        if (roles.stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalid("roles", "A role is a name, not null.");
        }
    }

    private static void checkPerson(String fullName, String email) {
        if (fullName == null || fullName.isBlank() || fullName.length() > MAX_NAME) {
            throw DomainException.invalid("fullName", "A user's full name has 1 to " + MAX_NAME + " characters.");
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw DomainException.invalid("email", "An e-mail address reads name@domain.");
        }
    }
}
