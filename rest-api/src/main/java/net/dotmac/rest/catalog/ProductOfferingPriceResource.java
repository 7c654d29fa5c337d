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
import net.dotmac.catalog.PriceDetails;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** TMF620: what offerings cost. */
@Path(Paths.PRODUCT_OFFERING_PRICE)
@RequestScoped
public class ProductOfferingPriceResource {

    private static final String WHAT = "offering price";

    @Inject
    private Exchange exchange;

    @Inject
    private CatalogService catalog;

    @GET
    public Response list() {
        ListRequest list = exchange.list(PriceBody.class);
        return exchange.page(list, catalog.prices(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(catalog.price(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(PriceForm form) {
        return exchange.created(body(catalog.createPrice(form.data())));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        PriceDetails now = catalog.price(PathId.of(WHAT, id));
        var form = exchange.patched(body(now), patch, PriceForm.class);
        return exchange.changed(body(catalog.changePrice(now.id(), form.data(), now.version())));
    }

    @DELETE
    @Path("{id}")
    @WriteOnce
    public Response delete(@PathParam("id") String id) {
        PriceDetails now = catalog.price(PathId.of(WHAT, id));
        exchange.requireMatch(body(now));
        catalog.deletePrice(now.id());
        return Response.noContent().build();
    }

    private PriceBody body(PriceDetails price) {
        return PriceBody.of(price, exchange.href(Paths.PRODUCT_OFFERING_PRICE, price.id()));
    }
}
