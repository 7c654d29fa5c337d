package net.dotmac.console.collections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.dotmac.collections.HolidayDetails;
import net.dotmac.collections.HolidayService;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;

/** The days off of this year and the next from today on, and the field to add one. */
class HolidayTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HolidayService holidays;
    private final LocalDate today;
    private final Grid<HolidayDetails> grid = new Grid<>();

    HolidayTable(HolidayService holidays, LocalDate today, boolean mayWrite) {
        this.holidays = holidays;
        this.today = today;
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(each -> Formats.day(each.day())).setHeader(Words.of("collections.holidays.day"));
        grid.addColumn(HolidayDetails::name)
                .setHeader(Words.of("collections.holidays.name"))
                .setFlexGrow(2);
        grid.addColumn(each -> Words.of(each.isOwn() ? "collections.holidays.own" : "collections.holidays.law"))
                .setHeader(Words.of("collections.kind"));
        if (mayWrite) {
            grid.addComponentColumn(each -> each.isOwn() ? remove(each) : new Span());
            add(adding());
        }
        add(grid);
        refresh();
    }

    private Div adding() {
        DatePicker day = new DatePicker(Words.of("collections.holidays.day"));
        TextField name = new TextField(Words.of("collections.holidays.name"));
        name.setMaxLength(100);
        Button save = new Button(Words.of("collections.holidays.add"), click -> {
            if (day.getValue() == null) {
                day.setInvalid(true);
            } else {
                attempt(() -> holidays.put(day.getValue(), name.getValue(), true));
            }
        });
        Div row = new Div(day, name, save);
        row.addClassName("filters");
        return row;
    }

    private Button remove(HolidayDetails each) {
        Button button = new Button(
                Words.of("collections.holidays.remove"), click -> attempt(() -> holidays.remove(each.day())));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(Words.of("collections.holidays.remove") + " " + each.name());
        return button;
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            refresh();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void refresh() {
        List<HolidayDetails> days = Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> holidays.list(year).stream())
                .filter(each -> each.isOff() && !each.day().isBefore(today))
                .toList();
        grid.setItems(days);
    }
}
