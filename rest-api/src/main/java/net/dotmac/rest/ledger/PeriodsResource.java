package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.ClosedPeriod;
import net.dotmac.ledger.PeriodService;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** Closed months: a month is named as in {@code 2027-03}. Closing the next is a POST, and so is reopening the last. */
@Path("/api/v1/ledger/periods")
@RequestScoped
public class PeriodsResource {

    private static final String PATH = "/api/v1/ledger/periods/";

    @Inject
    private Exchange exchange;

    @Inject
    private PeriodService periods;

    record Body(
            String id,
            String href,
            String month,
            String state,
            Instant closedAt,
            String closedBy,
            Instant reopenedAt,
            String reopenedBy,
            String reopenReason) {}

    record Row(String account, String currency, TmfMoney debit, TmfMoney credit) {}

    /** The trial balance a month was closed with. */
    record Balance(String month, List<Row> accounts) {}

    /** @param month the one after the last closed, e.g. 2027-03 */
    record Closing(String month) {}

    /** @param reason why, 1 to 500 characters */
    record Reopening(String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, ShortList.page(list.query(), periods.list()).map(this::body));
    }

    @GET
    @Path("{month}")
    public Response balance(@PathParam("month") String month) {
        YearMonth closed = Days.month("month", month);
        return exchange.one(new Balance(
                month,
                periods.closingBalance(closed).accounts().stream()
                        .map(PeriodsResource::row)
                        .toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(Closing form) {
        return exchange.created(body(periods.close(Days.month("month", form.month()))));
    }

    @POST
    @Path("{month}/reopening")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reopen(@PathParam("month") String month, Reopening form) {
        return exchange.changed(body(periods.reopen(Days.month("month", month), form.reason())));
    }

    private Body body(ClosedPeriod period) {
        return new Body(
                period.id().toString(),
                exchange.href(PATH, period.month()),
                period.month().toString(),
                period.isClosed() ? "closed" : "reopened",
                period.closedAt(),
                period.closedBy(),
                period.reopenedAt(),
                period.reopenedBy(),
                period.reopenReason());
    }

    private static Row row(TrialBalance.Row row) {
        return new Row(
                row.account().wire(),
                row.currency(),
                TmfMoney.of(new Money(row.debitMinor(), row.currency())),
                TmfMoney.of(new Money(row.creditMinor(), row.currency())));
    }
}
