package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.ReconciliationCsv;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.billing.RunReconciliation;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/**
 * Billing runs. A POST commits the run with its slices and says so to whoever starts jobs, who hears of it only if
 * the commit succeeds; the caller follows it at the Location.
 */
@Path("/api/v1/billing-runs")
@RequestScoped
public class BillingRunsResource {

    private static final String WHAT = "billing run";

    @Inject
    private Exchange exchange;

    @Inject
    private BillingRunService runs;

    @Inject
    private BillingRunJobs jobs;

    @Inject
    private RunApprovalService approvals;

    /** @param reason 1 to 500 characters */
    record Rejection(String reason) {}

    /**
     * A run to start.
     *
     * @param date bills every cycle date up to and including this day
     * @param mode {@code preview} or {@code issue}
     * @param billingAccountIds only these accounts, or null for all
     */
    record Form(LocalDate date, String mode, List<String> billingAccountIds) {

        private BillingRunRequest request() {
            if (date == null) {
                throw DomainException.invalid("date", "The date is missing, e.g. 2027-03-01.");
            }
            if (mode == null || !List.of("preview", "issue").contains(mode)) {
                throw DomainException.invalid("mode", "The mode is preview or issue.");
            }
            List<UUID> accounts = billingAccountIds == null
                    ? null
                    : billingAccountIds.stream()
                            .map(id -> PathId.inBody("billingAccountIds", id))
                            .toList();
            return new BillingRunRequest(date, mode.equals("preview"), accounts);
        }
    }

    @GET
    public Response list() {
        ListRequest list = exchange.list(BillingRunBody.class);
        return exchange.page(list, runs.list(list.query()).map(run -> BillingRunBody.of(run, null, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        BillingRunDetails run = runs.get(PathId.of(WHAT, id));
        return exchange.one(BillingRunBody.of(run, runs.exceptions(run.id()), exchange.links()));
    }

    /** What the run was expected to do and did, and the variance to the month before; {@code format=csv} for a table. */
    @GET
    @Path("{id}/reconciliation")
    public Response reconciliation(@PathParam("id") String id, @QueryParam("format") String format) {
        RunReconciliation reconciliation = runs.reconciliation(PathId.of(WHAT, id));
        if ("csv".equals(format)) {
            return Response.ok(ReconciliationCsv.of(reconciliation), "text/csv;charset=utf-8")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"billing-run-"
                                    + reconciliation.run().date() + ".csv\"")
                    .build();
        }
        return exchange.one(ReconciliationBody.of(reconciliation));
    }

    /** A new run for the accounts that this one could not bill and that are still open. */
    @POST
    @Path("{id}/retry")
    @WriteOnce
    public Response retry(@PathParam("id") String id) {
        BillingRunDetails run = jobs.retry(PathId.of(WHAT, id));
        return exchange.accepted(BillingRunBody.of(run, List.of(), exchange.links()));
    }

    /** Four eyes: whoever started the run can't approve it. The answer is the run that issues what it showed. */
    @POST
    @Path("{id}/approval")
    @WriteOnce
    public Response approve(@PathParam("id") String id) {
        BillingRunDetails run = jobs.approve(PathId.of(WHAT, id));
        return exchange.accepted(BillingRunBody.of(run, List.of(), exchange.links()));
    }

    @POST
    @Path("{id}/rejection")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reject(@PathParam("id") String id, Rejection rejection) {
        BillingRunDetails run = approvals.reject(PathId.of(WHAT, id), rejection.reason());
        return exchange.changed(BillingRunBody.of(run, runs.exceptions(run.id()), exchange.links()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(Form form) {
        BillingRunDetails run = jobs.start(form.request());
        return exchange.accepted(BillingRunBody.of(run, List.of(), exchange.links()));
    }
}
