package net.dotmac.console.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.PageBody;

/** For a link to nothing, or to a thing of another tenant, which is the same. */
@ParentLayout(ConsoleLayout.class)
public class NotFoundView extends PageBody implements HasDynamicTitle, HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        add(new EmptyState(getTranslation("shell.notFound.title"), getTranslation("shell.notFound.text")));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.notFound.title") + " · DotMac";
    }
}
