package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dotmac.billing.RecurringRevenue;
import net.dotmac.billing.RecurringRevenue.Bridge;
import net.dotmac.billing.RecurringRevenue.Movement;
import net.dotmac.billing.RecurringRevenueService;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.platform.ClockService;

/** The monthly recurring revenue: how it went from month's end to month's end, whose changed, and the lines it comes from. */
@Dependent
public class RecurringRevenueTab implements LedgerTab {

    private static final int SHOWN = 200;
    private static final int MONTHS_BACK = 24;

    private final RecurringRevenueService revenue;
    private final CustomerService customers;
    private final ClockService clock;

    @Inject
    public RecurringRevenueTab(RecurringRevenueService revenue, CustomerService customers, ClockService clock) {
        this.revenue = revenue;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recurring";
    }

    @Override
    public String title() {
        return "ledger.recurring";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Component content(QueryParameters shown) {
        YearMonth current = YearMonth.from(clock.today());
        YearMonth month = month(shown, current);
        RecurringRevenue found = revenue.bridge(month);
        Div bar = new Div(picker(month, current), csv(found));
        bar.addClassName("filters");
        Div content = new Div(bar);
        content.addClassName("stack");
        if (found.bridges().isEmpty()) {
            content.add(new EmptyState(Words.of("ledger.recurring.none"), Words.of("ledger.recurring.none.text")));
            return content;
        }
        found.bridges().forEach(bridge -> content.add(figures(bridge), LedgerWords.quiet(tie(bridge))));
        if (!found.movements().isEmpty()) {
            content.add(new Panel(Words.of("ledger.recurring.whose"), movements(found.movements())));
        }
        if (found.movements().size() > SHOWN) {
            content.add(LedgerWords.quiet(Words.of(
                    "ledger.recurring.most",
                    Formats.count(SHOWN),
                    Formats.count(found.movements().size()))));
        }
        return content;
    }

    private static YearMonth month(QueryParameters shown, YearMonth current) {
        try {
            YearMonth asked =
                    shown.getSingleParameter("month").map(YearMonth::parse).orElse(current);
            return asked.isAfter(current) ? current : asked;
        } catch (DateTimeException e) {
            return current;
        }
    }

    private static Select<YearMonth> picker(YearMonth month, YearMonth current) {
        Select<YearMonth> picker = new Select<>();
        picker.setLabel(Words.of("ledger.month"));
        picker.setItems(IntStream.rangeClosed(0, MONTHS_BACK)
                .mapToObj(current::minusMonths)
                .toList());
        picker.setItemLabelGenerator(Formats::month);
        if (!month.isBefore(current.minusMonths(MONTHS_BACK))) {
            picker.setValue(month);
        }
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                "ledger",
                                QueryParameters.simple(Map.of(
                                        "tab",
                                        "recurring",
                                        "month",
                                        change.getValue().toString())));
            }
        });
        return picker;
    }

    private static Div figures(Bridge bridge) {
        Div figures = new Div();
        figures.addClassName("figures");
        figures.add(
                figure("opening", bridge.openingMinor(), bridge, people(bridge.openingCustomers())),
                figure("new", bridge.newMinor(), bridge, people(bridge.newCustomers())),
                figure("reactivated", bridge.reactivatedMinor(), bridge, people(bridge.reactivatedCustomers())),
                figure("up", bridge.upMinor(), bridge, null),
                figure("down", bridge.downMinor(), bridge, null),
                figure("churned", bridge.churnedMinor(), bridge, people(bridge.churnedCustomers())),
                figure("closing", bridge.closingMinor(), bridge, people(bridge.closingCustomers())));
        return figures;
    }

    private static Figure figure(String name, long minor, Bridge bridge, String below) {
        return new Figure(Words.of("ledger.recurring." + name), LedgerWords.money(minor, bridge.currency()), below);
    }

    private static String people(long count) {
        return Words.of("ledger.recurring.customers", Formats.count(count));
    }

    private static String tie(Bridge bridge) {
        return Words.of(
                "ledger.recurring.tie",
                Formats.count(bridge.lines()),
                LedgerWords.money(bridge.linesMinor(), bridge.currency()),
                LedgerWords.money(bridge.partsMinor(), bridge.currency()),
                LedgerWords.money(bridge.otherPeriodsMinor(), bridge.currency()),
                LedgerWords.money(bridge.closingMinor(), bridge.currency()));
    }

    private Grid<Movement> movements(List<Movement> all) {
        List<Movement> shown = all.subList(0, Math.min(SHOWN, all.size()));
        Map<UUID, BillTo> names = names(shown);
        Grid<Movement> grid = LedgerWords.grid();
        grid.addComponentColumn(each -> {
                    RouterLink link = new RouterLink();
                    link.setText(name(names, each));
                    link.getElement().setAttribute("href", "customers/" + each.customerId());
                    return link;
                })
                .setHeader(Words.of("ledger.customer"))
                .setFlexGrow(2);
        grid.addColumn(each -> Words.of("ledger.recurring." + each.kind().wire()))
                .setHeader(Words.of("ledger.recurring.change"));
        LedgerWords.amount(grid, Words.of("ledger.recurring.opening"), each -> money(each, each.openingMinor()));
        LedgerWords.amount(grid, Words.of("ledger.recurring.closing"), each -> money(each, each.closingMinor()));
        LedgerWords.amount(grid, Words.of("ledger.recurring.difference"), each -> money(each, each.changeMinor()));
        grid.setItems(shown);
        return grid;
    }

    private Component csv(RecurringRevenue found) {
        return LedgerCsv.link("recurring-revenue-" + found.month(), Words.of("ledger.csv"), file -> {
            file.row(
                    Words.of("ledger.customer"),
                    Words.of("ledger.recurring.change"),
                    Words.of("ledger.currency"),
                    Words.of("ledger.recurring.opening"),
                    Words.of("ledger.recurring.closing"),
                    Words.of("ledger.recurring.difference"));
            Map<UUID, BillTo> names = names(found.movements());
            found.movements()
                    .forEach(each -> file.row(
                            name(names, each),
                            Words.of("ledger.recurring." + each.kind().wire()),
                            each.currency(),
                            LedgerCsv.amount(each.openingMinor(), each.currency()),
                            LedgerCsv.amount(each.closingMinor(), each.currency()),
                            LedgerCsv.amount(each.changeMinor(), each.currency())));
        });
    }

    private static String money(Movement of, long minor) {
        return LedgerWords.money(minor, of.currency());
    }

    private static String name(Map<UUID, BillTo> names, Movement of) {
        BillTo customer = names.get(of.customerId());
        return customer == null ? of.customerId().toString() : customer.name();
    }

    /** Whoever may read the ledger may know whose money it is. */
    private Map<UUID, BillTo> names(Collection<Movement> movements) {
        try (var scope = CallContext.current().with("customer.read").bind()) {
            return customers.billTo(movements.stream().map(Movement::customerId).collect(Collectors.toSet()));
        }
    }
}
