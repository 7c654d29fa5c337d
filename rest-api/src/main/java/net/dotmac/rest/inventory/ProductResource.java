package net.dotmac.rest.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.services.ProductService;

/** TMF637: products. */
@Path(Paths.PRODUCT)
@RequestScoped
public class ProductResource {

    @Inject
    private Exchange exchange;

    @Inject
    private ProductService products;

    @Inject
    private ClockService clock;

    @GET
    public Response list() {
        ListRequest list = exchange.list(ProductBody.class);
        ZoneId zone = clock.zone();
        return exchange.page(
                list, products.list(list.query()).map(product -> ProductBody.of(product, zone, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(ProductBody.of(products.get(PathId.of("product", id)), clock.zone(), exchange.links()));
    }
}
