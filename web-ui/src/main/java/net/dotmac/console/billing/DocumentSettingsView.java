package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import net.dotmac.billing.DocumentSettings;
import net.dotmac.billing.DocumentSettingsService;
import net.dotmac.billing.NumberReport;
import net.dotmac.billing.NumberSeriesDetails;
import net.dotmac.billing.NumberService;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.billing.RunPolicy;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;

/** How documents are given out and numbered, and the proof that no number is missing. */
@NeedsPermission("invoice.read")
@Route(value = "document-settings", layout = ConsoleLayout.class)
public class DocumentSettingsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient DocumentSettingsService settings;
    private final transient NumberService numbers;
    private final transient RunApprovalService approvals;

    @Inject
    public DocumentSettingsView(DocumentSettingsService settings, NumberService numbers, RunApprovalService approvals) {
        this.approvals = approvals;
        this.settings = settings;
        this.numbers = numbers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        NumberReport report = numbers.report();
        PageHead head = new PageHead(Words.of("documents.settings.title"));
        head.badges(
                report.isGapless()
                        ? new Badge(Words.of("documents.numbers.gapless"), Badge.Tone.GOOD)
                        : new Badge(
                                Words.of(
                                        "documents.numbers.faulty",
                                        report.faults().size()),
                                Badge.Tone.BAD));
        boolean isMine = Person.signedIn().may("documentSettings.write");
        add(
                head,
                new Panel(
                        Words.of("documents.settings.panel"),
                        new Paragraph(Words.of("documents.settings.text")),
                        eInvoices(isMine)),
                new Panel(Words.of("documents.runs"), approval()),
                new Panel(Words.of("documents.numbers"), series(isMine)),
                new Panel(Words.of("documents.numbers.report"), report(report)));
    }

    private Div eInvoices(boolean isMine) {
        DocumentSettings now = settings.get();
        Select<String> format = AccountDocumentsForm.format(now.eInvoice(), false);
        TextField scheme = AccountDocumentsForm.field("documents.scheme", now.electronicAddressScheme(), 4);
        scheme.setTooltipText(Words.of("documents.scheme.hint"));
        TextField address = AccountDocumentsForm.field("documents.address", now.electronicAddress(), 100);
        Div row = new Div(format, scheme, address);
        row.addClassName("filters");
        if (isMine) {
            row.add(new Button(
                    Words.of("documents.save"),
                    click -> attempt(() -> settings.put(
                            new DocumentSettings(format.getValue(), scheme.getValue(), address.getValue())))));
        }
        return row;
    }

    private Checkbox approval() {
        Checkbox needed = new Checkbox(Words.of("documents.runs.needApproval"));
        Person person = Person.signedIn();
        needed.setValue(person.may("billingRun.read") && approvals.policy().needsApproval());
        needed.setReadOnly(!person.may("billingRun.approve"));
        needed.addValueChangeListener(
                change -> attempt(() -> approvals.changePolicy(new RunPolicy(change.getValue()))));
        return needed;
    }

    private Div series(boolean isMine) {
        Div rows = new Div();
        rows.addClassName("stack");
        for (NumberSeriesDetails each : numbers.series()) {
            TextField pattern = AccountDocumentsForm.field("documents.series." + each.series(), each.pattern(), 40);
            pattern.setHelperText(Words.of("documents.numbers.next", each.next()));
            pattern.setTooltipText(Words.of("documents.numbers.hint", "{yyyy}", "{000000}"));
            pattern.setReadOnly(!isMine);
            Div row = new Div(pattern);
            row.addClassName("filters");
            if (isMine) {
                row.add(new Button(
                        Words.of("documents.save"),
                        click -> attempt(() -> numbers.change(each.series(), pattern.getValue()))));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Component report(NumberReport report) {
        Div content = new Div();
        Grid<NumberReport.Count> counts = grid();
        counts.addColumn(each -> Words.of("documents.series." + each.series()))
                .setHeader(Words.of("documents.numbers.series"));
        counts.addColumn(each -> each.year() == 0 ? "–" : String.valueOf(each.year()))
                .setHeader(Words.of("documents.numbers.year"));
        counts.addColumn(each -> Formats.count(each.documents())).setHeader(Words.of("documents.numbers.checked"));
        counts.addColumn(NumberReport.Count::firstNumber).setHeader(Words.of("documents.numbers.from"));
        counts.addColumn(NumberReport.Count::lastNumber).setHeader(Words.of("documents.numbers.to"));
        counts.setItems(report.counts());
        content.add(counts);
        if (!report.isGapless()) {
            Grid<NumberReport.Fault> faults = grid();
            faults.addColumn(each -> Words.of("documents.series." + each.series()))
                    .setHeader(Words.of("documents.numbers.series"));
            faults.addComponentColumn(each -> new Badge(Words.of("documents.numbers." + each.kind()), Badge.Tone.BAD))
                    .setHeader(Words.of("documents.numbers.fault"));
            faults.addColumn(NumberReport.Fault::fromNumber).setHeader(Words.of("documents.numbers.from"));
            faults.addColumn(NumberReport.Fault::toNumber).setHeader(Words.of("documents.numbers.to"));
            faults.setItems(report.faults());
            content.add(faults);
        }
        return content;
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        return grid;
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            Notices.done(Words.of("documents.saved"));
            show();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("documents.settings.title") + " · DotMac";
    }
}
