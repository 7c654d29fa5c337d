package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ClosedPeriod;
import net.dotmac.ledger.ExportFormat;
import net.dotmac.ledger.ExportRequest;
import net.dotmac.ledger.ExportService;
import net.dotmac.ledger.JournalExport;
import net.dotmac.ledger.PeriodService;

/** Files for other programs: made of closed months, fetched as often as one likes. */
@Dependent
public class ExportsTab implements LedgerTab {

    private final ExportService exports;
    private final PeriodService periods;

    @Inject
    public ExportsTab(ExportService exports, PeriodService periods) {
        this.exports = exports;
        this.periods = periods;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public String title() {
        return "ledger.exports";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return "ledger.export";
    }

    @Override
    public Component content(QueryParameters shown) {
        List<YearMonth> closed = periods.list().stream()
                .filter(ClosedPeriod::isClosed)
                .map(ClosedPeriod::month)
                .toList();
        List<JournalExport> made = exports.list();
        Div content = new Div();
        content.addClassName("stack");
        if (closed.isEmpty()) {
            content.add(new EmptyState(Words.of("ledger.export.noneClosed"), Words.of("ledger.export.text")));
        } else {
            content.add(new Panel(
                    Words.of("ledger.export.new"),
                    LedgerWords.quiet(Words.of("ledger.export.text")),
                    form(closed, made)));
        }
        if (!made.isEmpty()) {
            content.add(new Panel(Words.of("ledger.exports"), table(made)));
        }
        return content;
    }

    private Div form(List<YearMonth> closed, List<JournalExport> made) {
        Select<ExportFormat> format = new Select<>();
        format.setLabel(Words.of("ledger.export.format"));
        format.setItems(ExportFormat.values());
        format.setItemLabelGenerator(each -> Words.of("ledger.export.format." + each.wire()));
        Select<YearMonth> first = months(Words.of("ledger.export.first"), closed);
        Select<YearMonth> last = months(Words.of("ledger.export.last"), closed);
        TextField consultant = new TextField(Words.of("ledger.export.consultant"));
        TextField client = new TextField(Words.of("ledger.export.client"));
        made.stream()
                .filter(each -> each.request().format() == ExportFormat.DATEV)
                .findFirst()
                .ifPresent(each -> {
                    consultant.setValue(each.request().consultant());
                    client.setValue(each.request().client());
                });
        Checkbox repeat = new Checkbox(Words.of("ledger.export.repeat"));
        format.addValueChangeListener(change -> {
            consultant.setVisible(change.getValue() == ExportFormat.DATEV);
            client.setVisible(change.getValue() == ExportFormat.DATEV);
        });
        format.setValue(ExportFormat.DATEV);
        Button export = new Button(
                Words.of("ledger.export"),
                click -> export(new ExportRequest(
                        format.getValue(),
                        null,
                        first.getValue(),
                        last.getValue(),
                        consultant.getValue(),
                        client.getValue(),
                        repeat.getValue())));
        export.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(format, first, last, consultant, client, repeat, export);
        form.addClassName("filters");
        return form;
    }

    private static Select<YearMonth> months(String label, List<YearMonth> closed) {
        Select<YearMonth> months = new Select<>();
        months.setLabel(label);
        months.setItems(closed);
        months.setItemLabelGenerator(Formats::month);
        months.setValue(closed.get(0));
        return months;
    }

    private void export(ExportRequest request) {
        try {
            JournalExport made = exports.export(request);
            Notices.done(Words.of("ledger.export.done", made.fileName(), made.bookings()));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private Grid<JournalExport> table(List<JournalExport> made) {
        Grid<JournalExport> grid = LedgerWords.grid();
        grid.addComponentColumn(this::download)
                .setHeader(Words.of("ledger.export.file"))
                .setFlexGrow(2);
        grid.addComponentColumn(each -> each.request().isRepeat()
                        ? new Badge(Words.of("ledger.export.isRepeat"), Badge.Tone.WARN)
                        : new Badge(Words.of("ledger.export.isFirst"), Badge.Tone.GOOD))
                .setHeader(Words.of("ledger.state"))
                .setAutoWidth(true);
        grid.addColumn(each -> Formats.count(each.bookings())).setHeader(Words.of("ledger.export.bookings"));
        LedgerWords.amount(
                grid,
                Words.of("ledger.export.amount"),
                each -> LedgerWords.money(each.amountMinor(), each.request().currency()));
        grid.addColumn(each -> Words.of("ledger.byAt", each.madeBy(), Formats.time(each.madeAt())))
                .setHeader(Words.of("ledger.export.madeBy"))
                .setFlexGrow(2);
        grid.addComponentColumn(each -> {
                    Span hash = new Span(each.sha256().substring(0, 12));
                    hash.setTitle(each.sha256());
                    hash.addClassName("mono");
                    return hash;
                })
                .setHeader("SHA-256")
                .setAutoWidth(true);
        grid.setItems(made);
        return grid;
    }

    /** Written while it is fetched, and only if it is what was made. */
    private Component download(JournalExport export) {
        Person person = Person.signedIn();
        DownloadHandler handler = event -> {
            try (var scope = person.context().bind()) {
                exports.verify(export.id());
                event.setFileName(export.fileName());
                event.setContentType("text/csv");
                exports.write(export.id(), event.getOutputStream());
            } catch (DomainException e) {
                event.getResponse().sendError(409, e.getMessage());
            }
        };
        Anchor anchor = new Anchor(handler, export.fileName());
        anchor.getElement().setAttribute("download", true);
        return anchor;
    }
}
