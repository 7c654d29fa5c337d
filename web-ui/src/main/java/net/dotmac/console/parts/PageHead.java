package net.dotmac.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The top of a page: its title, one line of badges that says whether everything is all right, and what can be done. */
public class PageHead extends Div {

    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final Div badges = new Div();
    private final Div actions = new Div();

    public PageHead(String text) {
        addClassName("page-head");
        title.setText(text);
        badges.addClassName("badges");
        actions.addClassName("actions");
        add(title, badges, actions);
    }

    public PageHead badges(Component... shown) {
        badges.removeAll();
        badges.add(shown);
        return this;
    }

    public PageHead actions(Component... shown) {
        actions.add(shown);
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }
}
