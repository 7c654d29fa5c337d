package net.dotmac.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page. */
public class Panel extends Section {

    private static final long serialVersionUID = 1L;

    public Panel(String title, Component... content) {
        addClassName("panel");
        add(new H2(title));
        add(content);
    }
}
