package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;

/**
 * What stands above a list: search, choices, how many rows, and the tools (saved views, columns, CSV). All of its state lives in
 * the URL, so that a link shows what I see and Back leads back.
 */
public class ListBar extends Div {

    private static final long serialVersionUID = 1L;
    private static final String SEARCH = "q";
    private static final String SORT = "sort";
    private static final String HIDDEN = "hide";

    private final String path;
    private final ListPage<?> list;
    private final TextField search = new TextField();
    private final Map<String, Select<String>> choices = new LinkedHashMap<>();
    private final ListTools tools;

    /** @param path of the list's page, which also names its saved views */
    public ListBar(String path, ListPage<?> list, SavedFilterService saved) {
        this.path = path;
        this.list = list;
        this.tools = new ListTools(this, list, saved);
        addClassName("filters");
        Div right = new Div(list.total(), tools);
        right.addClassName("list-tools");
        add(right);
        list.addSortListener(event -> changed(event.isFromClient()));
    }

    /** Adds a search box. */
    public ListBar search(String words) {
        search.setPlaceholder(words);
        search.setAriaLabel(words);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        addComponentAsFirst(search);
        return this;
    }

    /** Adds a choice of one value; the first is what nobody chose, usually empty for "any". */
    public ListBar choice(String parameter, String label, List<String> values, UnaryOperator<String> words) {
        Select<String> select = new Select<>();
        select.setItems(values);
        select.setValue(values.get(0));
        select.setAriaLabel(label);
        select.setItemLabelGenerator(words::apply);
        select.addValueChangeListener(change -> changed(change.isFromClient()));
        choices.put(parameter, select);
        addComponentAtIndex(getComponentCount() - 1, select);
        return this;
    }

    /** What is searched for, without spaces around; empty if nothing is. */
    public String text() {
        return search.getValue().strip();
    }

    public String chosen(String parameter) {
        return choices.get(parameter).getValue();
    }

    /** Shows what the URL says. What it says wrongly counts as not said. */
    public void show(QueryParameters parameters, BiConsumer<ListBar, List<Filter>> filters) {
        search.setValue(parameters.getSingleParameter(SEARCH).orElse(""));
        choices.forEach((parameter, select) -> {
            List<String> values = select.getListDataView().getItems().toList();
            String wanted = parameters.getSingleParameter(parameter).orElse("");
            select.setValue(values.contains(wanted) ? wanted : values.get(0));
        });
        Set<String> hidden = parameters
                .getSingleParameter(HIDDEN)
                .map(keys -> Arrays.stream(keys.split("\\.")).collect(Collectors.toSet()))
                .orElse(Set.of());
        list.getColumns().forEach(column -> column.setVisible(!hidden.contains(column.getKey())));
        List<Filter> wanted = new ArrayList<>();
        filters.accept(this, wanted);
        list.orderBy(parameters.getSingleParameter(SORT).orElse(""));
        list.filter(wanted);
        tools.refresh();
    }

    /** A person changed something: the URL follows, and with it the page. */
    void changed(boolean byPerson) {
        if (byPerson) {
            UI.getCurrent().navigate(path, state());
        }
    }

    QueryParameters state() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, SEARCH, text());
        choices.forEach((parameter, select) -> {
            boolean isUsual = select.getValue().equals(select.getListDataView().getItem(0));
            put(parameters, parameter, isUsual ? "" : select.getValue());
        });
        put(parameters, SORT, list.order());
        put(
                parameters,
                HIDDEN,
                list.getColumns().stream()
                        .filter(column -> !column.isVisible())
                        .map(column -> column.getKey())
                        .collect(Collectors.joining(".")));
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    String path() {
        return path;
    }
}
