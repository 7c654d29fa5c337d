package net.dotmac.console.shell;

import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.PageBody;

/** For a link to a page that the person may not see. */
@Route(value = "no-permission", layout = ConsoleLayout.class)
public class NoPermissionView extends PageBody implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    public NoPermissionView() {
        add(new EmptyState(getTranslation("shell.noPermission.title"), getTranslation("shell.noPermission.text")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.noPermission.title");
    }
}
