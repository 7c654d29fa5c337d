package net.dotmac.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.kernel.query.Sort;

/**
 * A lazy grid over a service's list: it asks for what is scrolled to, sorts by the columns' attributes and tells how many rows
 * match. A click or Enter on a row opens its page.
 *
 * @param <T> the row
 */
public class ListPage<T> extends Grid<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<Query, Page<T>> source;
    private final Span total = new Span();
    private final transient List<ListColumn<T>> listColumns = new ArrayList<>();
    private transient List<Filter> filters = List.of();

    public ListPage(Function<Query, Page<T>> source) {
        this.source = source;
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        addClassName("list");
        setSizeFull();
        setEmptyStateText(getTranslation("parts.nothing"));
        total.addClassName("total");
        setItems(
                query ->
                        source
                                .apply(query(query.getOffset(), Math.max(1, query.getLimit()), query.getSortOrders()))
                                .rows()
                                .stream(),
                query -> count());
    }

    private int count() {
        long rows = source.apply(query(0, 1, List.of())).total();
        total.setText(getTranslation("parts.rows", rows));
        return Math.toIntExact(Math.min(rows, Integer.MAX_VALUE));
    }

    private Query query(int offset, int limit, List<QuerySortOrder> orders) {
        List<Sort> sorts = orders.stream()
                .map(order -> new Sort(order.getSorted(), order.getDirection() == SortDirection.DESCENDING))
                .toList();
        return new Query(filters, sorts, offset, Math.min(limit, Query.MAX_LIMIT));
    }

    /** A column of text; the attribute makes it sortable, null does not. */
    public Column<T> text(String header, Function<T, String> value, String attribute) {
        Column<T> column =
                addColumn(value::apply).setHeader(header).setAutoWidth(true).setFlexGrow(1);
        if (attribute == null) {
            column.setSortable(false);
        } else {
            column.setSortProperty(attribute);
        }
        return known(header, value, attribute, column);
    }

    /** A column of amounts or counts: right-aligned, in tabular figures. */
    public Column<T> number(String header, Function<T, String> value, String attribute) {
        Column<T> column = text(header, value, attribute);
        column.setTextAlign(ColumnTextAlign.END);
        column.setFlexGrow(0);
        column.setClassNameGenerator(row -> "number");
        return column;
    }

    /** A column of one badge each. */
    public Column<T> badge(String header, Function<T, Badge> badge) {
        Column<T> column = addComponentColumn(badge::apply)
                .setHeader(header)
                .setAutoWidth(true)
                .setFlexGrow(0);
        return known(header, row -> badge.apply(row).getText(), null, column);
    }

    /** A column of what else can be shown; the text stands for it in the CSV. */
    public Column<T> component(
            String header, Function<T, Component> cell, Function<T, String> value, String attribute) {
        Column<T> column = addComponentColumn(cell::apply)
                .setHeader(header)
                .setAutoWidth(true)
                .setFlexGrow(0);
        if (attribute != null) {
            column.setSortProperty(attribute).setSortable(true);
        }
        return known(header, value, attribute, column);
    }

    private Column<T> known(String header, Function<T, String> value, String attribute, Column<T> column) {
        column.setKey(String.valueOf(listColumns.size() + 1));
        listColumns.add(new ListColumn<>(header, value, attribute, column));
        return column;
    }

    /** Opens the page of a row; the path may end with a query. */
    public void opens(Function<T, String> path) {
        addItemClickListener(click -> {
            Location target = new Location(path.apply(click.getItem()));
            UI.getCurrent().navigate(target.getPath(), target.getQueryParameters());
        });
        addClassName("opens");
        getElement()
                .executeJs("this.addEventListener('keydown', e => { if (e.key === 'Enter') {"
                        + " const cell = this.shadowRoot.activeElement; if (cell) { cell.click(); } } })");
    }

    public void filter(List<Filter> newFilters) {
        filters = List.copyOf(newFilters);
        getDataProvider().refreshAll();
    }

    /** Reads anew what is shown, without scrolling. */
    public void refresh() {
        getDataProvider().refreshAll();
    }

    /** What the list shows now asks for this, from its first row on. */
    public Query shown(int limit) {
        return new Query(filters, sorts(), 0, limit);
    }

    private List<Sort> sorts() {
        return order().isEmpty()
                ? List.of()
                : List.of(new Sort(order().replaceFirst("^-", ""), order().startsWith("-")));
    }

    /** Orders by an attribute as the URL has it, {@code name} or {@code -name}; what no column has is left out. */
    void orderBy(String attribute) {
        boolean descending = attribute.startsWith("-");
        String name = descending ? attribute.substring(1) : attribute;
        SortDirection direction = descending ? SortDirection.DESCENDING : SortDirection.ASCENDING;
        sort(listColumns.stream()
                .filter(each -> name.equals(each.attribute()))
                .map(each -> new GridSortOrder<>(each.column(), direction))
                .toList());
    }

    /** The order in the words of the URL; empty if it is the list's own. */
    String order() {
        return getSortOrder().stream()
                .findFirst()
                .flatMap(order -> listColumns.stream()
                        .filter(each -> each.column().equals(order.getSorted()))
                        .findFirst()
                        .map(each -> (order.getDirection() == SortDirection.DESCENDING ? "-" : "") + each.attribute()))
                .orElse("");
    }

    /** Every row that matches, page by page in the order shown. */
    Page<T> rows(int offset) {
        return source.apply(new Query(filters, sorts(), offset, Query.MAX_LIMIT));
    }

    List<ListColumn<T>> listColumns() {
        return List.copyOf(listColumns);
    }

    /** How many rows match, in words. */
    public Span total() {
        return total;
    }
}
