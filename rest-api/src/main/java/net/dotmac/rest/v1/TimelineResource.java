package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dotmac.customers.TimelineEntry;
import net.dotmac.customers.TimelineService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;

/** What happened to a customer, newest first. */
@Path("/api/v1/customers/{id}/timeline")
@RequestScoped
public class TimelineResource {

    private static final int USUAL_LIMIT = 50;

    @Inject
    private Exchange exchange;

    @Inject
    private TimelineService timeline;

    record Entry(
            long position, String eventId, String type, String actor, Instant happenedAt, Map<String, Object> data) {
        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.position(),
                    entry.eventId().toString(),
                    entry.type(),
                    entry.actor(),
                    entry.happenedAt(),
                    entry.data());
        }
    }

    /** @param customerId whose */
    record Body(String customerId, List<Entry> entries) {}

    @GET
    public Response get(
            @PathParam("id") String id, @QueryParam("before") Long before, @QueryParam("limit") Integer limit) {
        List<Entry> entries =
                timeline.of(PathId.of("customer", id), before, limit == null ? USUAL_LIMIT : limit).stream()
                        .map(Entry::of)
                        .toList();
        return exchange.one(new Body(id, entries));
    }
}
