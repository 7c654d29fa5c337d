package net.dotmac.console.shell;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import net.dotmac.identity.SignIn;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.platform.Tenant;

/**
 * Who is signed in to this session, and for which tenant.
 *
 * @param tenant whose data he sees
 */
public record Person(SignIn.Accepted account, Tenant tenant) {

    private static final String ATTRIBUTE = Person.class.getName();

    /** The person of the current UI's session, or empty before sign-in. */
    public static Optional<Person> current() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null || session.getSession() == null ? Optional.empty() : of(session.getSession());
    }

    /** The person signed in; views are only reached with one. */
    public static Person signedIn() {
        return current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** A language as it is written in the tenant's country: there, 3/4 is a day in April or one in March. */
    static Locale localeOf(Tenant tenant, Locale language) {
        return new Locale.Builder()
                .setLanguage(language.getLanguage())
                .setRegion(tenant.country())
                .build();
    }

    static Optional<Person> of(WrappedSession session) {
        return Optional.ofNullable((Person) session.getAttribute(ATTRIBUTE));
    }

    void keepIn(WrappedSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** A context for one request of his, or for one piece of background work on his behalf. */
    public CallContext context() {
        return account.context(Ids.next().toString());
    }

    public boolean may(String permission) {
        return account.permissions().contains(permission);
    }

    public ZoneId zone() {
        return tenant.zone();
    }
}
