package net.dotmac.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.usage.RadiusAccountingService;
import net.dotmac.usage.RadiusEntry;
import net.dotmac.usage.RadiusEvent;
import net.dotmac.usage.UsageOutcome;

/** RADIUS accounting in bulk: events in any order and however often, each accepted, a duplicate, or refused with a reason. */
@Path("/api/v1/radius-accounting")
@RequestScoped
public class RadiusAccountingResource {

    @Inject
    private Exchange exchange;

    @Inject
    private RadiusAccountingService accounting;

    /** @param event {@code start}, {@code interim} or {@code stop} */
    record Form(
            String nas,
            String sessionId,
            UUID productId,
            String event,
            Instant eventAt,
            Long sessionTime,
            Long inputOctets,
            Long inputGigawords,
            Long outputOctets,
            Long outputGigawords) {

        private RadiusEvent read() {
            return new RadiusEvent(
                    nas,
                    sessionId,
                    productId,
                    event,
                    eventAt,
                    orNone(sessionTime),
                    orNone(inputOctets),
                    orNone(inputGigawords),
                    orNone(outputOctets),
                    orNone(outputGigawords));
        }

        private static long orNone(Long counter) {
            return counter == null ? 0 : counter;
        }
    }

    /** @param outcomes of each event in the order of the delivery; {@code source} is its NAS and {@code sourceId} its session */
    record Receipt(List<UsageOutcome> outcomes) {}

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(JsonNode events) {
        if (!events.isArray()) {
            throw new DomainException(CommonProblem.INVALID_VALUE, "Expected a JSON array of accounting events.");
        }
        List<RadiusEntry> entries = new ArrayList<>();
        for (JsonNode node : events) {
            entries.add(entry(entries.size() + 1, node));
        }
        return exchange.changed(new Receipt(accounting.take(entries)));
    }

    private static RadiusEntry entry(int position, JsonNode node) {
        try {
            return new RadiusEntry(position, Json.read(node, Form.class).read(), null);
        } catch (DomainException e) {
            return new RadiusEntry(position, null, e.getMessage());
        }
    }
}
