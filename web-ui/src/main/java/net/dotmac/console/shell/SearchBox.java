package net.dotmac.console.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.dotmac.console.parts.SearchHit;
import net.dotmac.console.parts.SearchSource;

/** One box that finds things by what people call them; Enter opens the first. Ctrl-K or / leads here. */
@Dependent
public class SearchBox extends ComboBox<SearchHit> {

    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final transient List<SearchSource> sources;

    @Inject
    public SearchBox(@Any Instance<SearchSource> found) {
        Person person = Person.signedIn();
        sources = found.stream()
                .filter(source -> person.may(source.permission()))
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
        addClassName("search");
        setPlaceholder(getTranslation("shell.search"));
        setAriaLabel(getTranslation("shell.search"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setItemLabelGenerator(SearchHit::title);
        setRenderer(new ComponentRenderer<>(SearchBox::row));
        setItems(query ->
                hits(query.getFilter().orElse("")).skip(query.getOffset()).limit(query.getLimit()));
        addValueChangeListener(change -> open(change.getValue()));
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> hits(typed.getDetail()).findFirst().ifPresent(this::open));
    }

    /** Shortcuts of the server would also fire while a person types a slash into a field, so the browser decides. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs("const box = this; document.addEventListener('keydown', e => {"
                        + " const typing = e.composedPath()[0].matches?.('input, textarea, [contenteditable]');"
                        + " if ((e.key === 'k' && (e.ctrlKey || e.metaKey)) || (e.key === '/' && !typing)) {"
                        + " e.preventDefault(); box.focus(); } })");
    }

    private Stream<SearchHit> hits(String typed) {
        String text = typed.strip();
        return text.length() < SHORTEST || text.length() > LONGEST
                ? Stream.empty()
                : sources.stream().flatMap(source -> source.find(text).stream());
    }

    private static Component row(SearchHit hit) {
        Span title = new Span(hit.title());
        Span detail = new Span(hit.kind() + (hit.detail().isBlank() ? "" : " · " + hit.detail()));
        detail.addClassName("hit-detail");
        Div row = new Div(title, detail);
        row.addClassName("hit");
        return row;
    }

    private void open(SearchHit hit) {
        if (hit != null) {
            clear();
            UI.getCurrent().navigate(hit.path());
        }
    }
}
