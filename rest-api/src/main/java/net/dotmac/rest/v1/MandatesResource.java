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
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateData;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.MandateService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** SEPA mandates: what payers signed. One stands for each billing account. */
@Path("/api/v1/mandates")
@RequestScoped
public class MandatesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private MandateService mandates;

    /**
     * A mandate to keep.
     *
     * @param reference up to 35 characters, or null for one made of the account's number
     * @param scheme CORE or B2B; null for CORE
     * @param sequence RCUR or OOFF; null for RCUR
     * @param debtor with an IBAN; name and address may be left out for the customer's own
     */
    record Form(
            String billingAccountId,
            String reference,
            String scheme,
            String sequence,
            LocalDate signedOn,
            Debtor debtor) {}

    /** @param reason 1 to 500 characters */
    record Reason(String reason) {}

    record WholeIban(String iban) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(MandateBody.class);
        return exchange.page(list, mandates.list(list.query()).map(each -> MandateBody.of(each, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(MandateBody.of(mandates.get(idOf(id)), exchange.links()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Form form) {
        MandateDetails mandate = mandates.create(new MandateData(
                PathId.inBody("billingAccountId", form.billingAccountId()),
                form.reference(),
                form.scheme(),
                form.sequence(),
                form.signedOn(),
                form.debtor()));
        return exchange.created(MandateBody.of(mandate, exchange.links()));
    }

    /** Another account, name or address; the next collection tells the bank. */
    @POST
    @Path("{id}/amendment")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response amend(@PathParam("id") String id, Debtor debtor) {
        return changed(mandates.amend(idOf(id), debtor));
    }

    @POST
    @Path("{id}/suspension")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response suspend(@PathParam("id") String id, Reason form) {
        return changed(mandates.suspend(idOf(id), form.reason()));
    }

    @POST
    @Path("{id}/resumption")
    @WriteOnce
    public Response resume(@PathParam("id") String id) {
        return changed(mandates.resume(idOf(id)));
    }

    @POST
    @Path("{id}/cancellation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id, Reason form) {
        return changed(mandates.cancel(idOf(id), form.reason()));
    }

    /** The whole IBAN; the audit trail keeps who asked. */
    @POST
    @Path("{id}/iban")
    public Response reveal(@PathParam("id") String id) {
        return exchange.changed(new WholeIban(mandates.revealIban(idOf(id))));
    }

    private Response changed(MandateDetails mandate) {
        return exchange.changed(MandateBody.of(mandate, exchange.links()));
    }

    private static UUID idOf(String id) {
        return PathId.of("mandate", id);
    }
}
