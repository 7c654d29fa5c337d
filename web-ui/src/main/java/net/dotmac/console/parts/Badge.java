package net.dotmac.console.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A word about a state. The colour only repeats what the word says. */
public class Badge extends Span {

    private static final long serialVersionUID = 1L;

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
    }

    /** The four state colours, and none. */
    public enum Tone {
        GOOD,
        WARN,
        BAD,
        INFO,
        NEUTRAL
    }
}
