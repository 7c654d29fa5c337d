package net.dotmac.console.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with its name, and what it is made of. */
public class Figure extends Div {

    private static final long serialVersionUID = 1L;

    private final Span value = new Span();

    public Figure(String name, String number, String note) {
        addClassName("figure");
        Span label = new Span(name);
        label.addClassName("figure-name");
        value.setText(number);
        value.addClassName("figure-value");
        add(label, value);
        if (note != null) {
            Span small = new Span(note);
            small.addClassName("figure-note");
            add(small);
        }
    }

    public void setNumber(String number) {
        value.setText(number);
    }
}
