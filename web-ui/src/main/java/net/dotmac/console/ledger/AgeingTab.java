package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.AccountAge;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.platform.ClockService;

/** What customers owed on a day, by how long it was overdue then. */
@Dependent
public class AgeingTab implements LedgerTab {

    private static final int SHOWN = 200;

    private final LedgerReportService reports;
    private final BillingAccountService accounts;
    private final CustomerService customers;
    private final ClockService clock;

    @Inject
    public AgeingTab(
            LedgerReportService reports,
            BillingAccountService accounts,
            CustomerService customers,
            ClockService clock) {
        this.reports = reports;
        this.accounts = accounts;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ageing";
    }

    @Override
    public String title() {
        return "ledger.ageing";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Component content(QueryParameters shown) {
        LocalDate day = AsOf.day(shown, "asOf", clock.today());
        Page<AccountAge> page = reports.ageing(day, 0, SHOWN);
        Div bar = new Div(AsOf.picker(shown, "asOf", day), csv(day), itemsCsv(day));
        bar.addClassName("filters");
        Div content = new Div(bar);
        content.addClassName("stack");
        if (page.rows().isEmpty()) {
            content.add(new EmptyState(Words.of("ledger.allSettled"), Words.of("ledger.allSettled.text")));
            return content;
        }
        Div figures = new Div();
        figures.addClassName("figures");
        reports.ageTotals(day)
                .forEach(total -> figures.add(
                        new Figure(
                                Words.of("ledger.due"),
                                LedgerWords.money(total.dueMinor(), total.currency()),
                                Words.of(
                                        "ledger.overdue",
                                        LedgerWords.money(total.dueMinor() - total.notDueMinor(), total.currency()))),
                        new Figure(
                                Words.of("ledger.hasCredit"),
                                LedgerWords.money(total.creditMinor(), total.currency()),
                                null)));
        content.add(figures);
        if (page.total() > SHOWN) {
            content.add(LedgerWords.quiet(Words.of("ledger.most", Formats.count(SHOWN), Formats.count(page.total()))));
        }
        content.add(new Panel(Words.of("ledger.ageing.of", Formats.day(day)), table(page.rows())));
        return content;
    }

    private Component csv(LocalDate day) {
        return LedgerCsv.link("ageing-" + day, Words.of("ledger.csv"), file -> {
            file.row(
                    Words.of("ledger.customer"),
                    Words.of("ledger.accountNumber"),
                    Words.of("ledger.currency"),
                    Words.of("ledger.due"),
                    Words.of("ledger.notDue"),
                    Words.of("ledger.days1"),
                    Words.of("ledger.days31"),
                    Words.of("ledger.days61"),
                    Words.of("ledger.days91"),
                    Words.of("ledger.hasCredit"));
            reports.eachAge(day, ages -> {
                Payers payers = payersOf(ages);
                ages.forEach(age -> file.row(
                        payers.name(age),
                        payers.number(age),
                        age.currency(),
                        LedgerCsv.amount(age.dueMinor(), age.currency()),
                        LedgerCsv.amount(age.notDueMinor(), age.currency()),
                        LedgerCsv.amount(age.days1To30Minor(), age.currency()),
                        LedgerCsv.amount(age.days31To60Minor(), age.currency()),
                        LedgerCsv.amount(age.days61To90Minor(), age.currency()),
                        LedgerCsv.amount(age.over90Minor(), age.currency()),
                        LedgerCsv.amount(age.creditMinor(), age.currency())));
            });
        });
    }

    private Component itemsCsv(LocalDate day) {
        return LedgerCsv.link("open-items-" + day, Words.of("ledger.openItems"), file -> {
            file.row(
                    Words.of("ledger.accountNumber"),
                    Words.of("ledger.item"),
                    Words.of("ledger.bookedOn"),
                    Words.of("ledger.dueOn"),
                    Words.of("ledger.currency"),
                    Words.of("ledger.due"),
                    Words.of("ledger.hasCredit"));
            reports.eachOpenItem(day, items -> {
                Map<UUID, BillingAccountDetails> payers = accountsOf(items.stream()
                        .map(OpenItem::billingAccountId)
                        .distinct()
                        .toList());
                items.forEach(item -> file.row(
                        payers.containsKey(item.billingAccountId())
                                ? payers.get(item.billingAccountId()).number()
                                : "",
                        item.documentId().toString(),
                        item.bookedOn().toString(),
                        item.dueOn().toString(),
                        item.currency(),
                        LedgerCsv.amount(item.isReceivable() ? item.openMinor() : 0, item.currency()),
                        LedgerCsv.amount(item.isReceivable() ? 0 : item.openMinor(), item.currency())));
            });
        });
    }

    private Map<UUID, BillingAccountDetails> accountsOf(List<UUID> ids) {
        try (var scope = CallContext.current().with("billingAccount.read").bind()) {
            return accounts.byIds(ids).stream()
                    .collect(Collectors.toMap(BillingAccountDetails::id, Function.identity()));
        }
    }

    private Grid<AccountAge> table(List<AccountAge> ages) {
        Payers payers = payersOf(ages);
        Grid<AccountAge> grid = LedgerWords.grid();
        grid.addComponentColumn(age -> {
                    RouterLink link = new RouterLink();
                    link.setText(payers.name(age));
                    link.getElement().setAttribute("href", "accounts/" + age.billingAccountId());
                    return link;
                })
                .setHeader(Words.of("ledger.customer"))
                .setFlexGrow(2);
        grid.addColumn(payers::number)
                .setHeader(Words.of("ledger.accountNumber"))
                .setAutoWidth(true);
        amount(grid, "ledger.due", AccountAge::dueMinor);
        amount(grid, "ledger.notDue", AccountAge::notDueMinor);
        amount(grid, "ledger.days1", AccountAge::days1To30Minor);
        amount(grid, "ledger.days31", AccountAge::days31To60Minor);
        amount(grid, "ledger.days61", AccountAge::days61To90Minor);
        amount(grid, "ledger.days91", AccountAge::over90Minor);
        amount(grid, "ledger.hasCredit", AccountAge::creditMinor);
        grid.setItems(ages);
        return grid;
    }

    private static void amount(Grid<AccountAge> grid, String header, Function<AccountAge, Long> amount) {
        LedgerWords.amount(grid, Words.of(header), age -> {
            long minor = amount.apply(age);
            return minor == 0 ? "–" : LedgerWords.money(minor, age.currency());
        });
    }

    /** Whoever may read the ledger may know whose money it is. */
    private Payers payersOf(List<AccountAge> ages) {
        try (var scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            Map<UUID, BillingAccountDetails> found =
                    accountsOf(ages.stream().map(AccountAge::billingAccountId).toList());
            Map<UUID, BillTo> names = customers.billTo(found.values().stream()
                    .map(BillingAccountDetails::customerId)
                    .collect(Collectors.toSet()));
            return new Payers(found, names);
        }
    }

    private record Payers(Map<UUID, BillingAccountDetails> accounts, Map<UUID, BillTo> customers) {

        String number(AccountAge age) {
            BillingAccountDetails account = accounts.get(age.billingAccountId());
            return account == null ? "" : account.number();
        }

        String name(AccountAge age) {
            BillingAccountDetails account = accounts.get(age.billingAccountId());
            BillTo customer = account == null ? null : customers.get(account.customerId());
            return customer == null ? age.billingAccountId().toString() : customer.name();
        }
    }
}
