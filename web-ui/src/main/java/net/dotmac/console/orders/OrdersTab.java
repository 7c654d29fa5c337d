package net.dotmac.console.orders;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.console.customers.CustomerTab;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** What the customer has ordered, newest first. */
@Dependent
public class OrdersTab implements CustomerTab {

    private final OrderRows rows;

    @Inject
    public OrdersTab(OrderRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String title() {
        return "orders.title";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String permission() {
        return "order.read";
    }

    @Override
    public Component content(CustomerDetails customer) {
        if (page(customer, Query.all().page(0, 1)).total() == 0) {
            return new EmptyState(Words.of("orders.none"), Words.of("orders.none.text"));
        }
        ListPage<OrderRow> list = new ListPage<>(query -> page(customer, query));
        list.addClassName("short");
        list.setHeight("260px");
        OrderWords.columns(list);
        return list;
    }

    private Page<OrderRow> page(CustomerDetails customer, Query query) {
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.add(Filter.equal("relatedParty.id", customer.id().toString()));
        return rows.page(new Query(filters, query.sorts(), query.offset(), query.limit()));
    }
}
