package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.console.billing.BillingWords;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Words;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.platform.ClockService;

/** The customer's documents, newest first. */
@Dependent
public class InvoicesTab implements CustomerTab {

    private final InvoiceService invoices;
    private final ClockService clock;

    @Inject
    public InvoicesTab(InvoiceService invoices, ClockService clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public String title() {
        return "customers.invoices";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return "invoice.read";
    }

    @Override
    public Component content(CustomerDetails customer) {
        if (page(customer, Query.all().page(0, 1)).total() == 0) {
            return new EmptyState(Words.of("customers.noInvoices"), Words.of("customers.noInvoices.text"));
        }
        LocalDate today = clock.today();
        ListPage<InvoiceDetails> list = new ListPage<>(query -> page(customer, query));
        list.addClassName("short");
        list.setHeight("360px");
        list.text(Words.of("billing.invoice.number"), InvoiceDetails::number, "number");
        list.text(Words.of("billing.invoice.kind"), BillingWords::kind, null);
        list.text(Words.of("billing.invoice.issuedOn"), row -> Formats.day(row.issuedOn()), "issuedOn");
        list.text(Words.of("billing.invoice.dueOn"), row -> Formats.day(row.dueOn()), "dueOn");
        list.number(Words.of("billing.gross"), row -> BillingWords.money(row.grossMinor(), row.currency()), null);
        list.number(Words.of("billing.open"), row -> BillingWords.money(row.openMinor(), row.currency()), null);
        list.badge(Words.of("billing.invoice.state"), row -> BillingWords.invoiceState(row, today));
        list.opens(row -> "invoices/" + row.id());
        return list;
    }

    private Page<InvoiceDetails> page(CustomerDetails customer, Query query) {
        List<Filter> filters = new ArrayList<>(query.filters());
        filters.add(Filter.equal("customerId", customer.id().toString()));
        Query own = new Query(filters, query.sorts(), query.offset(), query.limit());
        return invoices.list(own.sorts().isEmpty() ? own.orderBy("number", true) : own);
    }
}
