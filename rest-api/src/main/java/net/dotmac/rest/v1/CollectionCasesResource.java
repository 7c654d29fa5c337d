package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.FeeService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Accounts with overdue debts: where each stands, what happened, and what staff decide. */
@Path("/api/v1/collection-cases")
@RequestScoped
public class CollectionCasesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private CaseService cases;

    @Inject
    private FeeService fees;

    /**
     * A pause.
     *
     * @param until its last day
     * @param reason 1 to 500 characters
     */
    record PauseForm(LocalDate until, String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(CollectionCaseBody.class);
        return exchange.page(list, cases.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(cases.get(idOf(id))));
    }

    @GET
    @Path("{id}/history")
    public Response history(@PathParam("id") String id) {
        CaseDetails about = cases.get(idOf(id));
        return exchange.one(new CollectionCaseBody.History(
                about.id().toString(),
                cases.history(about.id()).stream()
                        .map(entry -> CollectionCaseBody.entry(entry, about.currency()))
                        .toList()));
    }

    @GET
    @Path("{id}/notices")
    public Response notices(@PathParam("id") String id) {
        UUID about = idOf(id);
        return exchange.one(new CollectionCaseBody.Reminders(
                about.toString(),
                cases.notices(about).stream().map(CollectionCaseBody::reminder).toList()));
    }

    @GET
    @Path("{id}/fees")
    public Response fees(@PathParam("id") String id) {
        CaseDetails about = cases.get(idOf(id));
        return exchange.one(new CollectionCaseBody.Fees(
                about.id().toString(),
                fees.ofCase(about.id()).stream().map(CollectionCaseBody::fee).toList()));
    }

    @POST
    @Path("{id}/pause")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pause(@PathParam("id") String id, PauseForm form) {
        return exchange.changed(body(cases.pause(idOf(id), form.until(), form.reason())));
    }

    @POST
    @Path("{id}/resume")
    @WriteOnce
    public Response resume(@PathParam("id") String id) {
        return exchange.changed(body(cases.resume(idOf(id))));
    }

    /** Lets a suspended customer in for 24 hours. */
    @POST
    @Path("{id}/grant")
    @WriteOnce
    public Response grant(@PathParam("id") String id) {
        return exchange.changed(body(cases.grant(idOf(id))));
    }

    private CollectionCaseBody body(CaseDetails about) {
        return CollectionCaseBody.of(about, exchange.links());
    }

    static UUID idOf(String id) {
        return PathId.of("collection case", id);
    }
}
