package net.dotmac.rest.bill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import net.dotmac.billing.DocumentService;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** TMF678: bills. */
@Path(Paths.CUSTOMER_BILL)
@RequestScoped
public class CustomerBillResource {

    private static final String WHAT = "customer bill";
    private static final Set<String> STATES = Set.of("new", "onHold", "validated", "sent", "partiallyPaid", "settled");
    private static final Map<String, String> NAMES =
            Map.of("relatedParty.id", "customerId", "category", "kind", "lastUpdate", "createdAt");

    @Inject
    private Exchange exchange;

    @Inject
    private InvoiceService invoices;

    @Inject
    private DocumentService documents;

    @Inject
    private ClockService clock;

    /** @param state a state of TMF678 */
    record StateForm(String state) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(CustomerBillBody.class, NAMES);
        ZoneId zone = clock.zone();
        return exchange.page(
                list, invoices.list(list.query()).map(bill -> CustomerBillBody.of(bill, null, zone, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(invoices.get(PathId.of(WHAT, id))));
    }

    @GET
    @Path("{id}/document")
    public Response document(@PathParam("id") String id) {
        return DocumentFiles.response(documents.pdf(PathId.of(WHAT, id)));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        InvoiceDetails bill = invoices.get(PathId.of(WHAT, id));
        StateForm form = exchange.patched(body(bill), patch, StateForm.class);
        if (form.state() == null || !STATES.contains(form.state())) {
            throw DomainException.invalid("state", "A bill's state is one of " + String.join(", ", STATES) + ".");
        }
        if (!form.state().equals(bill.state())) {
            throw new DomainException(
                    BillProblem.STATE_FOLLOWS_PAYMENTS,
                    "The bill is " + bill.state() + ", which follows from its payments; record a payment instead.",
                    "state");
        }
        return exchange.changed(body(bill));
    }

    private CustomerBillBody body(InvoiceDetails bill) {
        return CustomerBillBody.of(bill, invoices.taxes(bill.id()), clock.zone(), exchange.links());
    }
}
