package net.dotmac.identity;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;

/** Who hands out permissions can't hand out more than he has: otherwise writing users would be every permission. */
final class Permissions {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{1,39}\\.[a-z][A-Za-z]{1,39}");
    private static final int MAX = 200;

    private Permissions() {}

    /** @throws DomainException {@code invalid-value} for what is no permission, {@code beyond-own-permissions} */
    static void requireGrantable(Collection<String> permissions) {
        if (permissions == null || permissions.size() > MAX) {
            throw DomainException.invalid("permissions", "Expected a list of at most " + MAX + " permissions.");
        }
        for (String permission : permissions) {
            if (permission == null || !NAME.matcher(permission).matches()) {
                throw DomainException.invalid("permissions", "A permission reads resource.action, e.g. invoice.read.");
            }
        }
        CallContext caller = CallContext.current();
        List<String> beyond =
                permissions.stream().filter(name -> !caller.may(name)).sorted().toList();
        if (!beyond.isEmpty()) {
            throw new DomainException(
                    IdentityProblem.BEYOND_OWN_PERMISSIONS,
                    "Only what one may do oneself can be granted; this caller lacks " + String.join(", ", beyond)
                            + ".");
        }
    }
}
