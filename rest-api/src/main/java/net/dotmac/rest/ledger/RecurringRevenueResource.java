package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.RecurringRevenue;
import net.dotmac.billing.RecurringRevenueService;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Page;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/** How the monthly recurring revenue went from the end of the month before to the end of this one, without tax. */
@Path("/api/v1/ledger/recurring-revenue/{month}")
@RequestScoped
public class RecurringRevenueResource {

    @Inject
    private Exchange exchange;

    @Inject
    private RecurringRevenueService revenue;

    @Inject
    private CustomerService customers;

    /** @param customers how many */
    record Part(TmfMoney amount, long customers) {}

    /**
     * The lines that cover the month's last day.
     *
     * @param parts what lines for part of a month lack of it
     * @param otherPeriods what lines of other periods are in a month, less what they are
     */
    record Lines(long count, TmfMoney net, TmfMoney parts, TmfMoney otherPeriods) {}

    /** @param up of customers who stay, as is {@code down} */
    record Bridge(
            Part opening,
            Part added,
            Part reactivated,
            TmfMoney up,
            TmfMoney down,
            Part churned,
            Part closing,
            Lines lines) {}

    record Body(String month, List<Bridge> currencies) {}

    /** @param change new, reactivated, up, down or churned */
    record Movement(
            String customerId,
            String customerNumber,
            String customerName,
            String change,
            TmfMoney opening,
            TmfMoney closing,
            TmfMoney difference) {}

    @GET
    public Response get(@PathParam("month") String month) {
        RecurringRevenue found = revenue.bridge(Days.month("month", month));
        return exchange.one(new Body(
                found.month().toString(),
                found.bridges().stream().map(RecurringRevenueResource::bridge).toList()));
    }

    /** Each customer whose revenue changed, the largest change first. */
    @GET
    @Path("movements")
    public Response movements(@PathParam("month") String month) {
        ListRequest list = exchange.list(Movement.class);
        Page<RecurringRevenue.Movement> page = ShortList.page(
                list.query(), revenue.bridge(Days.month("month", month)).movements());
        Map<UUID, BillTo> names = names(page.rows());
        return exchange.page(list, page.map(each -> movement(each, names.get(each.customerId()))));
    }

    /** The same as a file. */
    @GET
    @Path("csv")
    public Response csv(@PathParam("month") String month) {
        RecurringRevenue found = revenue.bridge(Days.month("month", month));
        return CsvFile.answer("recurring-revenue-" + found.month(), file -> {
            file.row("Customer number", "Customer", "Change", "Currency", "Opening", "Closing", "Difference");
            Map<UUID, BillTo> names = names(found.movements());
            found.movements().forEach(each -> row(file, each, names.get(each.customerId())));
        });
    }

    private static void row(CsvFile file, RecurringRevenue.Movement each, BillTo customer) {
        file.row(
                customer == null ? each.customerId() : customer.customerNumber(),
                customer == null ? "" : customer.name(),
                each.kind().wire(),
                each.currency(),
                CsvFile.amount(each.openingMinor(), each.currency()),
                CsvFile.amount(each.closingMinor(), each.currency()),
                CsvFile.amount(each.changeMinor(), each.currency()));
    }

    /** Whoever may read the ledger may know whose money it is. */
    private Map<UUID, BillTo> names(Collection<RecurringRevenue.Movement> movements) {
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            return customers.billTo(movements.stream()
                    .map(RecurringRevenue.Movement::customerId)
                    .collect(Collectors.toSet()));
        }
    }

    private static Bridge bridge(RecurringRevenue.Bridge of) {
        return new Bridge(
                part(of.openingMinor(), of.openingCustomers(), of),
                part(of.newMinor(), of.newCustomers(), of),
                part(of.reactivatedMinor(), of.reactivatedCustomers(), of),
                money(of.upMinor(), of.currency()),
                money(of.downMinor(), of.currency()),
                part(of.churnedMinor(), of.churnedCustomers(), of),
                part(of.closingMinor(), of.closingCustomers(), of),
                new Lines(
                        of.lines(),
                        money(of.linesMinor(), of.currency()),
                        money(of.partsMinor(), of.currency()),
                        money(of.otherPeriodsMinor(), of.currency())));
    }

    private static Part part(long minor, long customers, RecurringRevenue.Bridge of) {
        return new Part(money(minor, of.currency()), customers);
    }

    private static Movement movement(RecurringRevenue.Movement of, BillTo customer) {
        return new Movement(
                of.customerId().toString(),
                customer == null ? null : customer.customerNumber(),
                customer == null ? null : customer.name(),
                of.kind().wire(),
                money(of.openingMinor(), of.currency()),
                money(of.closingMinor(), of.currency()),
                money(of.changeMinor(), of.currency()));
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
