package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageIntakeService;
import net.dotmac.usage.UsageOutcome;

/** What each delivery of usage records came to, and the records of it that were refused. */
@Path("/api/v1/usage-batches")
@RequestScoped
public class UsageBatchesResource {

    static final String PATH = "/api/v1/usage-batches/";

    private static final String WHAT = "usage batch";

    @Inject
    private Exchange exchange;

    @Inject
    private UsageIntakeService intake;

    record Body(
            String id,
            String href,
            String channel,
            String name,
            int records,
            int accepted,
            int duplicates,
            int refused,
            String receivedBy,
            Instant receivedAt) {}

    /** @param records that were refused, in the order of the delivery */
    record Refused(String id, List<UsageOutcome> records) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, intake.batches(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(intake.batch(PathId.of(WHAT, id))));
    }

    @GET
    @Path("{id}/refused-records")
    public Response refused(@PathParam("id") String id) {
        UUID batch = PathId.of(WHAT, id);
        return exchange.one(new Refused(batch.toString(), intake.refused(batch)));
    }

    private Body body(UsageBatchDetails batch) {
        return new Body(
                batch.id().toString(),
                exchange.href(PATH, batch.id()),
                batch.channel(),
                batch.name(),
                batch.records(),
                batch.accepted(),
                batch.duplicates(),
                batch.refused(),
                batch.receivedBy(),
                batch.receivedAt());
    }
}
