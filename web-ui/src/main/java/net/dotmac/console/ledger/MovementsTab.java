package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxReport;
import net.dotmac.billing.TaxReportService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.ledger.AccountMovement;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.platform.ClockService;

/** What moved between two days, and the tax of the documents issued then, tied to the ledger. */
@Dependent
public class MovementsTab implements LedgerTab {

    private final LedgerReportService reports;
    private final TaxReportService taxes;
    private final ClockService clock;

    @Inject
    public MovementsTab(LedgerReportService reports, TaxReportService taxes, ClockService clock) {
        this.reports = reports;
        this.taxes = taxes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public String title() {
        return "ledger.movements";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Component content(QueryParameters shown) {
        LocalDate to = AsOf.day(shown, "to", clock.today());
        LocalDate from = AsOf.day(shown, "from", to.withDayOfMonth(1));
        Div bar = new Div(AsOf.picker(shown, "from", from), AsOf.picker(shown, "to", to));
        bar.addClassName("filters");
        Div content = new Div(bar);
        content.addClassName("stack");
        if (to.isBefore(from)) {
            content.add(new EmptyState(Words.of("ledger.noSuchPeriod"), Words.of("ledger.noSuchPeriod.text")));
            return content;
        }
        List<AccountMovement> found = reports.movements(from, to);
        if (found.isEmpty()) {
            content.add(new EmptyState(Words.of("ledger.nothingBooked"), Words.of("ledger.nothingBooked.text")));
            return content;
        }
        bar.add(LedgerCsv.link(
                "movements-" + from + "-" + to, Words.of("ledger.csv"), file -> movementsCsv(file, found)));
        TaxReport report = taxes.report(from, to);
        content.add(
                new Panel(Words.of("ledger.movements"), movements(found)),
                new Panel(Words.of("ledger.taxes"), ties(report), taxes(report), taxCsv(report)));
        return content;
    }

    private static void movementsCsv(LedgerCsv file, List<AccountMovement> found) {
        file.row(
                Words.of("ledger.account"),
                Words.of("ledger.currency"),
                Words.of("ledger.opening"),
                Words.of("ledger.debit"),
                Words.of("ledger.credit"),
                Words.of("ledger.closing"));
        found.forEach(each -> file.row(
                Words.of("ledger.account." + each.account().wire()),
                each.currency(),
                LedgerCsv.amount(each.openingMinor(), each.currency()),
                LedgerCsv.amount(each.debitMinor(), each.currency()),
                LedgerCsv.amount(each.creditMinor(), each.currency()),
                LedgerCsv.amount(each.closingMinor(), each.currency())));
    }

    private static Grid<AccountMovement> movements(List<AccountMovement> found) {
        Grid<AccountMovement> grid = LedgerWords.grid();
        grid.addColumn(each -> Words.of("ledger.account." + each.account().wire()))
                .setHeader(Words.of("ledger.account"))
                .setAutoWidth(true);
        LedgerWords.amount(
                grid, Words.of("ledger.opening"), each -> LedgerWords.money(each.openingMinor(), each.currency()));
        LedgerWords.amount(
                grid, Words.of("ledger.debit"), each -> LedgerWords.money(each.debitMinor(), each.currency()));
        LedgerWords.amount(
                grid, Words.of("ledger.credit"), each -> LedgerWords.money(each.creditMinor(), each.currency()));
        LedgerWords.amount(
                grid, Words.of("ledger.closing"), each -> LedgerWords.money(each.closingMinor(), each.currency()));
        grid.setItems(found);
        return grid;
    }

    private static Div ties(TaxReport report) {
        Div line = new Div();
        line.addClassName("filters");
        report.ties()
                .forEach(tie -> line.add(
                        tie.differenceMinor() == 0
                                ? new Badge(
                                        Words.of(
                                                "ledger.taxes.tied",
                                                LedgerWords.money(tie.documentsMinor(), tie.currency())),
                                        Badge.Tone.GOOD)
                                : new Badge(
                                        Words.of(
                                                "ledger.taxes.differ",
                                                LedgerWords.money(tie.documentsMinor(), tie.currency()),
                                                LedgerWords.money(tie.ledgerMinor(), tie.currency()),
                                                LedgerWords.money(tie.differenceMinor(), tie.currency())),
                                        Badge.Tone.WARN)));
        return line;
    }

    private static Grid<TaxReport.Row> taxes(TaxReport report) {
        Grid<TaxReport.Row> grid = LedgerWords.grid();
        grid.addColumn(row -> Words.of("ledger.basis." + row.basis())).setHeader(Words.of("ledger.basis"));
        grid.addColumn(TaxReport.Row::category).setHeader(Words.of("ledger.category"));
        grid.addColumn(row -> row.percent().toPlainString() + " %").setHeader(Words.of("ledger.rate"));
        grid.addColumn(TaxReport.Row::jurisdiction).setHeader(Words.of("ledger.jurisdiction"));
        grid.addColumn(TaxReport.Row::documents).setHeader(Words.of("ledger.documents"));
        LedgerWords.amount(grid, Words.of("ledger.net"), row -> LedgerWords.money(row.netMinor(), row.currency()));
        LedgerWords.amount(grid, Words.of("ledger.tax"), row -> LedgerWords.money(row.taxMinor(), row.currency()));
        grid.setItems(report.rows());
        return grid;
    }

    private static Component taxCsv(TaxReport report) {
        return LedgerCsv.link("taxes-" + report.from() + "-" + report.to(), Words.of("ledger.csv"), file -> {
            file.row(
                    Words.of("ledger.basis"),
                    Words.of("ledger.currency"),
                    Words.of("ledger.category"),
                    Words.of("ledger.rate"),
                    Words.of("ledger.jurisdiction"),
                    Words.of("ledger.net"),
                    Words.of("ledger.tax"));
            report.rows()
                    .forEach(row -> file.row(
                            Words.of("ledger.basis." + row.basis()),
                            row.currency(),
                            row.category(),
                            row.percent().toPlainString(),
                            row.jurisdiction(),
                            LedgerCsv.amount(row.netMinor(), row.currency()),
                            LedgerCsv.amount(row.taxMinor(), row.currency())));
        });
    }
}
