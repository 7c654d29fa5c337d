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
import net.dotmac.payments.DirectDebitService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Direct debits of all batches, and what became of them. */
@Path("/api/v1/direct-debits")
@RequestScoped
public class DirectDebitsResource {

    private static final String WHAT = "direct debit";

    @Inject
    private Exchange exchange;

    @Inject
    private DirectDebitService debits;

    /** @param reason why it is not collected, 1 to 500 characters */
    record Drop(String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(DirectDebitBody.class);
        return exchange.page(list, debits.debits(list.query()).map(each -> DirectDebitBody.of(each, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(DirectDebitBody.of(debits.debit(PathId.of(WHAT, id)), exchange.links()));
    }

    /** Takes a planned one out of its batch. */
    @POST
    @Path("{id}/drop")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response drop(@PathParam("id") String id, Drop form) {
        return exchange.changed(DirectDebitBody.of(debits.drop(PathId.of(WHAT, id), form.reason()), exchange.links()));
    }
}
