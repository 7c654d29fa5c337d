package net.dotmac.console.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import net.dotmac.kernel.CallContext;

/** Binds the call context of the person signed in to every request of the console, and takes it off again. */
public class CallBinding implements VaadinRequestInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String SCOPE = CallBinding.class.getName();

    void register(@Observes ServiceInitEvent event) {
        event.addVaadinRequestInterceptor(new CallBinding());
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        WrappedSession session = request.getWrappedSession(false);
        Optional<Person> person = session == null ? Optional.empty() : Person.of(session);
        person.ifPresent(each -> request.setAttribute(SCOPE, each.context().bind()));
    }

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, VaadinSession session, Exception exception) {
        // The page's own error handling tells the person; the context is taken off in requestEnd.
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, VaadinSession session) {
        if (request.getAttribute(SCOPE) instanceof CallContext.Scope scope) {
            request.removeAttribute(SCOPE);
            scope.close();
        }
    }
}
