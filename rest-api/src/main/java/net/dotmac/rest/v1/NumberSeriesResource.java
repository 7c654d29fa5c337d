package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import net.dotmac.billing.NumberReport;
import net.dotmac.billing.NumberSeriesDetails;
import net.dotmac.billing.NumberService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** How documents are numbered, and the report that no number is missing or double. */
@Path("/api/v1/number-series")
@RequestScoped
public class NumberSeriesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private NumberService numbers;

    /** @param pattern e.g. {@code RE{yyyy}-{000000}} */
    record Form(String pattern) {}

    record SeriesBody(List<NumberSeriesDetails> entries) {}

    /** @param faults empty if nothing is missing; the counts then say what was checked */
    record ReportBody(boolean isGapless, List<NumberReport.Count> counts, List<NumberReport.Fault> faults) {}

    @GET
    public Response list() {
        return exchange.one(new SeriesBody(numbers.series()));
    }

    @GET
    @Path("report")
    public Response report() {
        NumberReport report = numbers.report();
        return exchange.one(new ReportBody(report.isGapless(), report.counts(), report.faults()));
    }

    @PUT
    @Path("{series}")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("series") String series, Form form) {
        return exchange.changed(numbers.change(series, form.pattern()));
    }
}
