package net.dotmac.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import java.util.Optional;
import net.dotmac.console.parts.Notices;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import org.jboss.logging.Logger;

/** Tells the person what failed: a refusal in its own words, anything else with a reference to quote. */
public class FailureNotice implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FailureNotice.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        VaadinRequest request = VaadinService.getCurrentRequest();
        if (request != null && SystemWords.isOutOfTurn(failure)) {
            LOG.infof("A page and the server were out of step; the page is loaded anew (%s)", failure.getMessage());
            SystemWords.reloadInAnswerTo(request);
            return;
        }
        Optional<DomainException> refusal = refusal(failure);
        String message;
        if (refusal.isPresent()) {
            message = refusal.get().getMessage();
        } else {
            String reference =
                    CallContext.peek().map(CallContext::correlationId).orElse("-");
            LOG.errorf(failure, "Console request failed, reference %s", reference);
            UI ui = UI.getCurrent();
            message = ui == null ? reference : ui.getTranslation("shell.failed", reference);
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.problem(message));
        }
    }

    /** The refusal behind an exception, if it was one: a message of the domain's to show as it is. */
    public static Optional<DomainException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
