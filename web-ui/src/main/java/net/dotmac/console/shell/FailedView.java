package net.dotmac.console.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.PageBody;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import org.jboss.logging.Logger;

/** For a page that could not be shown: a refusal in its own words, anything else with a reference to quote. */
@ParentLayout(ConsoleLayout.class)
public class FailedView extends PageBody implements HasDynamicTitle, HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FailedView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var refusal = FailureNotice.refusal(parameter.getException());
        if (refusal.isPresent()) {
            DomainException refused = refusal.get();
            add(new EmptyState(getTranslation("shell.refused.title"), refused.getMessage()));
            return refused.problem() == null
                    ? HttpServletResponse.SC_BAD_REQUEST
                    : refused.problem().category().httpStatus();
        }
        String reference = CallContext.peek().map(CallContext::correlationId).orElse("-");
        LOG.errorf(
                parameter.getException(),
                "Page %s failed, reference %s",
                event.getLocation().getPath(),
                reference);
        add(new EmptyState(getTranslation("shell.failed.title"), getTranslation("shell.failed", reference)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.failed.title") + " · DotMac";
    }
}
