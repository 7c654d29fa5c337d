package net.dotmac.console.ledger;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import net.dotmac.console.parts.Formats;
import net.dotmac.kernel.Money;

/** Accounts, sums and tables of the ledger's tabs. */
final class LedgerWords {

    private LedgerWords() {}

    static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        return grid;
    }

    static <T> void amount(Grid<T> grid, String header, ValueProvider<T, String> amount) {
        grid.addComponentColumn(row -> {
                    Span shown = new Span(amount.apply(row));
                    shown.addClassName("number");
                    return shown;
                })
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    static Paragraph quiet(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("quiet");
        return line;
    }
}
