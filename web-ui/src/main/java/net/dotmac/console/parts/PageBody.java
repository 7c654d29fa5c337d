package net.dotmac.console.parts;

import com.vaadin.flow.component.html.Section;

/** The column that a page's parts stand in. */
public class PageBody extends Section {

    private static final long serialVersionUID = 1L;

    public PageBody() {
        addClassName("page");
    }
}
