package net.dotmac.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Lets nobody but the sign-in page be seen before sign-in, and remembers where the person wanted to go. */
public class Gate {

    void register(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(Gate::guard);
    }

    private static void guard(UIInitEvent event) {
        UI ui = event.getUI();
        ui.addBeforeEnterListener(Gate::check);
        ui.getSession().setErrorHandler(new FailureNotice());
    }

    private static void check(BeforeEnterEvent event) {
        Optional<Person> person = Person.current();
        boolean toSignIn = event.getNavigationTarget() == SignInView.class;
        if (person.isEmpty() && !toSignIn) {
            Location wanted = event.getLocation();
            String path = wanted.getPathWithQueryParameters();
            event.forwardTo("sign-in", path.equals(".") || path.isEmpty() ? QueryParameters.empty() : to(path));
        } else if (person.isPresent() && toSignIn) {
            event.forwardTo(DashboardView.class);
        } else if (person.isPresent() && !mayEnter(person.get(), event.getNavigationTarget())) {
            event.rerouteTo(NoPermissionView.class);
        }
    }

    private static QueryParameters to(String path) {
        return QueryParameters.of("to", path);
    }

    private static boolean mayEnter(Person person, Class<?> view) {
        NeedsPermission needed = view.getAnnotation(NeedsPermission.class);
        return needed == null || person.may(needed.value());
    }
}
