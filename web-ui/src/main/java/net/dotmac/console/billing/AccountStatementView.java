package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import net.dotmac.billing.AccountStatementService;
import net.dotmac.billing.domain.StatementDocument;
import net.dotmac.billing.domain.StatementDocument.Entry;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.platform.ClockService;

/** What changed an account's balance between two days, and the same to take away as PDF. */
@NeedsPermission("invoice.read")
@Route(value = "accounts/:id([0-9a-f-]{36})/statement", layout = ConsoleLayout.class)
public class AccountStatementView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Set<String> DOCUMENTS = Set.of("invoice", "creditNote", "debitNote");

    private final transient AccountStatementService statements;
    private final transient ClockService clock;
    private String title = "";

    @Inject
    public AccountStatementView(AccountStatementService statements, ClockService clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        QueryParameters shown = event.getLocation().getQueryParameters();
        LocalDate to = day(shown, "to", clock.today());
        LocalDate asked = day(shown, "from", to.minusMonths(3));
        LocalDate from = asked.isAfter(to) ? to : asked;
        StatementDocument found = statements.statement(id, from, to);
        title = Words.of("billing.statement.title", found.accountNumber());
        removeAll();
        RouterLink account = new RouterLink();
        account.setText(found.buyer().name());
        account.getElement().setAttribute("href", "accounts/" + id);
        Div bar = new Div(picker(id, "from", from, from, to), picker(id, "to", to, from, to), account);
        bar.addClassName("filters");
        add(
                new PageHead(title)
                        .actions(InvoiceFiles.link(Words.of("billing.pdf"), () -> statements.pdf(id, from, to))),
                bar,
                figures(found));
        add(
                found.entries().isEmpty()
                        ? new EmptyState(Words.of("billing.statement.none"), Words.of("billing.statement.none.text"))
                        : new Panel(Words.of("billing.statement.entries"), table(found)));
    }

    private static Component figures(StatementDocument found) {
        Div figures = new Div(
                new Figure(
                        Words.of("billing.statement.opening"),
                        BillingWords.money(found.openingMinor(), found.currency()),
                        Formats.day(found.from())),
                new Figure(
                        Words.of("billing.statement.closing"),
                        BillingWords.money(found.closingMinor(), found.currency()),
                        Formats.day(found.to())));
        figures.addClassName("figures");
        return figures;
    }

    private static Grid<Entry> table(StatementDocument found) {
        Grid<Entry> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(found.entries().size() <= 100);
        grid.addColumn(entry -> Formats.day(entry.bookedOn())).setHeader(Words.of("billing.statement.day"));
        grid.addComponentColumn(AccountStatementView::what)
                .setHeader(Words.of("billing.statement.what"))
                .setFlexGrow(3);
        amount(grid, "billing.statement.amount", found.currency(), Entry::amountMinor);
        amount(grid, "billing.statement.balance", found.currency(), Entry::balanceMinor);
        grid.setItems(found.entries());
        return grid;
    }

    private static Component what(Entry entry) {
        String text = Words.of("billing.statement.kind." + entry.kind());
        String named = entry.number() == null ? text : text + " " + entry.number();
        if (!DOCUMENTS.contains(entry.kind())) {
            return new Span(named);
        }
        RouterLink link = new RouterLink();
        link.setText(named);
        link.getElement().setAttribute("href", "invoices/" + entry.documentId());
        return link;
    }

    private static void amount(Grid<Entry> grid, String header, String currency, ToLongFunction<Entry> minor) {
        grid.addComponentColumn(entry -> {
                    Span shown = new Span(BillingWords.money(minor.applyAsLong(entry), currency));
                    shown.addClassName("number");
                    return shown;
                })
                .setHeader(Words.of(header))
                .setTextAlign(ColumnTextAlign.END);
    }

    private static DatePicker picker(UUID id, String name, LocalDate day, LocalDate from, LocalDate to) {
        DatePicker picker = new DatePicker(Words.of("billing.statement." + name));
        picker.setValue(day);
        picker.setRequired(true);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                boolean isFrom = name.equals("from");
                UI.getCurrent()
                        .navigate(
                                "accounts/" + id + "/statement",
                                QueryParameters.simple(Map.of(
                                        "from",
                                        (isFrom ? change.getValue() : from).toString(),
                                        "to",
                                        (isFrom ? to : change.getValue()).toString())));
            }
        });
        return picker;
    }

    private static LocalDate day(QueryParameters shown, String name, LocalDate otherwise) {
        try {
            return shown.getSingleParameter(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · DotMac";
    }
}
