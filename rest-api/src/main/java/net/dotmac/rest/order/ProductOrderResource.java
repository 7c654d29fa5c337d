package net.dotmac.rest.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.services.OrderService;

/** TMF622: orders. */
@Path(Paths.PRODUCT_ORDER)
@RequestScoped
public class ProductOrderResource {

    @Inject
    private Exchange exchange;

    @Inject
    private OrderService orders;

    @Inject
    private ClockService clock;

    @GET
    public Response list() {
        ListRequest list = exchange.list(OrderBody.class);
        ZoneId zone = clock.zone();
        return exchange.page(list, orders.list(list.query()).map(order -> OrderBody.of(order, zone, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(OrderBody.of(orders.get(PathId.of("product order", id)), clock.zone(), exchange.links()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(OrderBody.Form form) {
        ZoneId zone = clock.zone();
        return exchange.created(OrderBody.of(orders.place(form.data(zone)), zone, exchange.links()));
    }
}
