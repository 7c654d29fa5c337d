package net.dotmac.console.orders;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;

/** All orders, newest first. */
@NeedsPermission("order.read")
@Route(value = "orders", layout = ConsoleLayout.class)
public class OrdersView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "inProgress", "completed");

    private final ListBar bar;

    @Inject
    public OrdersView(OrderRows rows, SavedFilterService saved) {
        addClassName("fills");
        ListPage<OrderRow> list = new ListPage<>(rows::page);
        list.text(Words.of("orders.customer"), OrderRow::customer, null);
        OrderWords.columns(list);
        list.opens(row -> "customers/" + row.order().data().customerId() + "?tab=orders");
        bar = new ListBar("orders", list, saved)
                .search(Words.of("orders.search"))
                .choice(
                        STATE,
                        Words.of("orders.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "orders.anyState" : "orders.state." + each));
        add(new PageHead(Words.of("orders.title")), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
            if (!shown.text().isEmpty()) {
                filters.add(new Filter("externalId", Filter.Operator.LIKE, List.of(shown.text())));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("orders.title") + " · DotMac";
    }
}
