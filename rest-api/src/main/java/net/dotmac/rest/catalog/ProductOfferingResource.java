package net.dotmac.rest.catalog;

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
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** TMF620: what is sold, and for which prices. */
@Path(Paths.PRODUCT_OFFERING)
@RequestScoped
public class ProductOfferingResource {

    private static final String WHAT = "product offering";

    @Inject
    private Exchange exchange;

    @Inject
    private CatalogService catalog;

    @GET
    public Response list() {
        ListRequest list = exchange.list(OfferingBody.class);
        return exchange.page(list, catalog.offerings(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(catalog.offering(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(OfferingBody.Form form) {
        return exchange.created(body(catalog.createOffering(form.data())));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        OfferingDetails now = catalog.offering(PathId.of(WHAT, id));
        var form = exchange.patched(body(now), patch, OfferingBody.Form.class);
        return exchange.changed(body(catalog.changeOffering(now.id(), form.data(), now.version())));
    }

    @DELETE
    @Path("{id}")
    @WriteOnce
    public Response delete(@PathParam("id") String id) {
        OfferingDetails now = catalog.offering(PathId.of(WHAT, id));
        exchange.requireMatch(body(now));
        catalog.deleteOffering(now.id());
        return Response.noContent().build();
    }

    private OfferingBody body(OfferingDetails offering) {
        return OfferingBody.of(offering, exchange.links());
    }
}
