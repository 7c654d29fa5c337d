package net.dotmac.rest.customer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** TMF629: customers. */
@Path(Paths.CUSTOMER)
@RequestScoped
public class CustomerResource {

    private static final String WHAT = "customer";

    @Inject
    private Exchange exchange;

    @Inject
    private CustomerService customers;

    @GET
    public Response list() {
        ListRequest list = exchange.list(CustomerBody.class);
        return exchange.page(list, customers.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(customers.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(CustomerBody.Form form) {
        CustomerDetails created = customers.create(form.data());
        if (form.status() != null && !form.status().equals(created.status())) {
            created = customers.change(created.id(), created.data(), form.status(), null);
        }
        return exchange.created(body(created));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        CustomerDetails now = customers.get(PathId.of(WHAT, id));
        CustomerBody.Form form = exchange.patched(body(now), patch, CustomerBody.Form.class);
        return exchange.changed(body(customers.change(now.id(), form.data(), form.status(), now.version())));
    }

    @DELETE
    @Path("{id}")
    @WriteOnce
    public Response delete(@PathParam("id") String id) {
        CustomerDetails now = customers.get(PathId.of(WHAT, id));
        exchange.requireMatch(body(now));
        customers.close(now.id());
        return Response.noContent().build();
    }

    private CustomerBody body(CustomerDetails customer) {
        return CustomerBody.of(customer, exchange.href(Paths.CUSTOMER, customer.id()));
    }
}
