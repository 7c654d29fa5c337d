package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.ReconciliationCsv;
import net.dotmac.billing.RunReconciliation;
import net.dotmac.billing.RunReconciliation.Variance;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;

/** What a run should have done, what it did, and how that differs from the month before. Asked for, as it reads all its lines. */
final class ReconciliationPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient BillingRunService runs;
    private final transient BillingRunDetails run;

    ReconciliationPanel(BillingRunService runs, BillingRunDetails run) {
        this.runs = runs;
        this.run = run;
        addClassName("panel");
        add(new H2(Words.of("documents.reconciliation")), new Button(Words.of("documents.reconcile"), click -> show()));
    }

    private void show() {
        RunReconciliation found = runs.reconciliation(run.id());
        removeAll();
        Badge badge = found.isBalanced()
                ? new Badge(Words.of("documents.reconciliation.balanced"), Badge.Tone.GOOD)
                : new Badge(Words.of("documents.reconciliation.off"), Badge.Tone.BAD);
        add(new H2(Words.of("documents.reconciliation")), badge, accounts(found), sums(found));
        if (!found.blockedByReason().isEmpty()) {
            add(blocked(found));
        }
        if (found.before() != null) {
            add(
                    new Paragraph(Words.of(
                            "documents.variance.text",
                            Formats.day(found.before().from()),
                            Formats.day(found.before().to()))),
                    variance(found));
        }
        add(csv());
    }

    private static Facts accounts(RunReconciliation found) {
        BillingRunDetails run = found.run();
        return new Facts()
                .with(Words.of("documents.expected"), Formats.count(run.accounts()))
                .with(Words.of("billing.run.billed"), Formats.count(run.billed()))
                .with(Words.of("billing.run.nothing"), Formats.count(run.nothingToBill()))
                .with(Words.of("billing.run.blocked"), Formats.count(run.blocked()))
                .with(Words.of("documents.changed"), Formats.count(run.changed()))
                .with(Words.of("documents.unaccounted"), Formats.count(found.unaccounted()));
    }

    private static Facts sums(RunReconciliation found) {
        Facts facts = new Facts();
        boolean isPreview = found.run().mode().equals("preview");
        found.sums().forEach(sum -> {
            facts.with(Words.of("documents.counted", sum.currency()), words(sum.counted()));
            if (!isPreview) {
                facts.with(Words.of("documents.documents", sum.currency()), words(sum.documents()));
            }
        });
        return facts;
    }

    private static String words(BillingRunDetails.Total total) {
        return Words.of(
                "billing.run.total",
                BillingWords.money(total.netMinor(), total.currency()),
                BillingWords.money(total.taxMinor(), total.currency()),
                total.documents());
    }

    private static Grid<RunReconciliation.Blocked> blocked(RunReconciliation found) {
        Grid<RunReconciliation.Blocked> grid = grid();
        grid.addColumn(each -> Words.of("billing.reason." + each.reason())).setHeader(Words.of("billing.reason"));
        grid.addColumn(each -> Formats.count(each.accounts()))
                .setHeader(Words.of("billing.run.accounts"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(each -> each.currency() == null ? "" : BillingWords.money(each.netBefore(), each.currency()))
                .setHeader(Words.of("documents.netBefore"))
                .setTextAlign(ColumnTextAlign.END);
        grid.setItems(found.blockedByReason());
        return grid;
    }

    private static Grid<Variance> variance(RunReconciliation found) {
        Grid<Variance> grid = grid();
        grid.addColumn(Variance::product)
                .setHeader(Words.of("billing.line.description"))
                .setFlexGrow(3);
        grid.addColumn(each -> Words.of("billing.line.kind." + each.kind())).setHeader(Words.of("billing.line.kind"));
        grid.addColumn(each -> Formats.count(each.documents()))
                .setHeader(Words.of("documents.title"))
                .setTextAlign(ColumnTextAlign.END);
        money(grid, "documents.net", Variance::net);
        money(grid, "documents.netBefore", Variance::netBefore);
        money(grid, "documents.difference", Variance::difference);
        money(grid, "documents.new", Variance::newItems);
        money(grid, "documents.ended", Variance::ended);
        money(grid, "documents.priceChanged", Variance::priceChanged);
        money(grid, "documents.other", Variance::other);
        grid.setItems(found.variance());
        return grid;
    }

    private static void money(Grid<Variance> grid, String header, ToLongFunction<Variance> amount) {
        grid.addColumn(each -> BillingWords.money(amount.applyAsLong(each), each.currency()))
                .setHeader(Words.of(header))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        return grid;
    }

    private Div csv() {
        Person person = Person.signedIn();
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] content;
            try (var scope = person.context().bind()) {
                content = ReconciliationCsv.of(runs.reconciliation(run.id())).getBytes(StandardCharsets.UTF_8);
            }
            return new DownloadResponse(
                    new ByteArrayInputStream(content),
                    "billing-run-" + run.date() + ".csv",
                    "text/csv;charset=utf-8",
                    content.length);
        });
        Anchor anchor = new Anchor(handler, Words.of("documents.csv"));
        anchor.addClassName("button-link");
        return new Div(anchor);
    }
}
