package net.dotmac.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import net.dotmac.customers.CustomerService;

/** One box that finds things by what people call them; Enter opens the first. Ctrl-K or / leads here. */
@Dependent
public class SearchBox extends ComboBox<SearchBox.Hit> {

    private static final long serialVersionUID = 1L;
    private static final int AT_MOST = 12;
    private static final int SHORTEST = 2;

    private final transient CustomerService customers;

    @Inject
    public SearchBox(CustomerService customers) {
        this.customers = customers;
        addClassName("search");
        setPlaceholder(getTranslation("shell.search"));
        setAriaLabel(getTranslation("shell.search"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setItemLabelGenerator(Hit::title);
        setRenderer(new ComponentRenderer<>(SearchBox::row));
        setItems(query -> page(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        addValueChangeListener(change -> open(change.getValue()));
        Shortcuts.addShortcutListener(this, this::focus, Key.KEY_K, KeyModifier.CONTROL)
                .listenOn(UI.getCurrent());
    }

    private Stream<Hit> page(String text, int offset, int limit) {
        return hits(text).stream().skip(offset).limit(limit);
    }

    private List<Hit> hits(String text) {
        if (text.strip().length() < SHORTEST || !Person.signedIn().may("customer.read")) {
            return List.of();
        }
        return customers.search(text, AT_MOST).stream()
                .map(found -> new Hit(
                        "customers/" + found.id(),
                        found.name(),
                        found.number()
                                + (found.data().address() == null
                                        ? ""
                                        : " · " + found.data().address().city())))
                .toList();
    }

    private static Component row(Hit hit) {
        Span title = new Span(hit.title());
        Span detail = new Span(hit.detail());
        detail.addClassName("hit-detail");
        Div row = new Div(title, detail);
        row.addClassName("hit");
        return row;
    }

    private void open(Hit hit) {
        if (hit != null) {
            clear();
            UI.getCurrent().navigate(hit.path());
        }
    }

    /**
     * Something found.
     *
     * @param path its page
     */
    public record Hit(String path, String title, String detail) {}
}
