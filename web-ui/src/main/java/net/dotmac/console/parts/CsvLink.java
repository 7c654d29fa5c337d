package net.dotmac.console.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** A link that gives out the rows of a list as CSV, as they are shown. */
public class CsvLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private final ListPage<?> list;
    private final String name;

    /** @param name of the file, without its ending */
    public CsvLink(ListPage<?> list, String name) {
        this.list = list;
        this.name = name;
        setText(Words.of("parts.csv"));
        addClassName("tool-link");
        getElement().setAttribute("download", true);
        getElement().setAttribute("title", Words.of("parts.csv.hint"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        setHref(new ListExport<>(list, event.getUI()).resource(name));
        // The router must not take the download for a page of its own.
        setRouterIgnore(true);
        setTarget(AnchorTarget.DEFAULT);
    }
}
