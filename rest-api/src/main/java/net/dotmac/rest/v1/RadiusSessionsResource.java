package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.usage.RadiusAccountingService;
import net.dotmac.usage.RadiusSessionDetails;

/** Sessions as RADIUS accounting tells them. */
@Path("/api/v1/radius-sessions")
@RequestScoped
public class RadiusSessionsResource {

    private static final String PATH = "/api/v1/radius-sessions/";

    @Inject
    private Exchange exchange;

    @Inject
    private RadiusAccountingService accounting;

    /** @param octets sent and received */
    record Body(
            String id,
            String href,
            String nas,
            String sessionId,
            String productId,
            BigDecimal octets,
            Instant firstAt,
            Instant lastAt,
            boolean isOpen) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, accounting.sessions(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(accounting.session(PathId.of("RADIUS session", id))));
    }

    private Body body(RadiusSessionDetails session) {
        return new Body(
                session.id().toString(),
                exchange.href(PATH, session.id()),
                session.nas(),
                session.sessionId(),
                session.productId().toString(),
                session.octets(),
                session.firstAt(),
                session.lastAt(),
                session.isOpen());
    }
}
