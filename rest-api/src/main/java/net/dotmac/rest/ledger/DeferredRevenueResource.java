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
import java.time.YearMonth;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.DeferredRevenue;
import net.dotmac.ledger.RecognitionService;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** What is invoiced for days after a month's end, and the booking that says so. */
@Path("/api/v1/ledger/deferred-revenue/{month}")
@RequestScoped
public class DeferredRevenueResource {

    @Inject
    private Exchange exchange;

    @Inject
    private RecognitionService recognition;

    /**
     * @param booked what stands on the account
     * @param unserved what the documents say should stand there
     * @param difference what recognising would move; 0 once it was done
     */
    record Row(TmfMoney booked, TmfMoney unserved, TmfMoney difference) {}

    record Body(String month, List<Row> amounts) {}

    @GET
    public Response get(@PathParam("month") String text) {
        YearMonth month = Days.month("month", text);
        return exchange.one(body(month, recognition.deferred(month)));
    }

    /** Recognises every open month up to this one; a repeat moves nothing. */
    @POST
    @WriteOnce
    @Consumes(MediaType.WILDCARD)
    public Response recognise(@PathParam("month") String text) {
        YearMonth month = Days.month("month", text);
        return exchange.changed(body(month, recognition.recognise(month)));
    }

    private static Body body(YearMonth month, List<DeferredRevenue> amounts) {
        return new Body(
                month.toString(),
                amounts.stream().map(DeferredRevenueResource::row).toList());
    }

    private static Row row(DeferredRevenue amount) {
        return new Row(
                money(amount.bookedMinor(), amount),
                money(amount.unservedMinor(), amount),
                money(amount.differenceMinor(), amount));
    }

    private static TmfMoney money(long minor, DeferredRevenue of) {
        return TmfMoney.of(new Money(minor, of.currency()));
    }
}
