package net.dotmac.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;

/** Names and values of a thing, as a description list. */
@Tag("dl")
public class Facts extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact; an empty value shows as a dash. */
    public Facts with(String name, String value) {
        return with(name, new Text(value == null || value.isBlank() ? "–" : value));
    }

    public Facts with(String name, Component value) {
        HtmlContainer pair = new HtmlContainer("div");
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(name);
        HtmlContainer detail = new HtmlContainer("dd");
        detail.add(value);
        pair.add(term, detail);
        add(pair);
        return this;
    }
}
