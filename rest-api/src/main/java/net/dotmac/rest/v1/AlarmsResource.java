package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.AlarmService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Alarms of the network, until TMF642 is offered. */
@Path("/api/v1/alarms")
@RequestScoped
public class AlarmsResource {

    private static final String WHAT = "alarm";
    private static final String PATH = "/api/v1/alarms/";

    @Inject
    private Exchange exchange;

    @Inject
    private AlarmService alarms;

    record Body(
            String id,
            String href,
            String deviceId,
            String interfaceId,
            String alarmedObject,
            String alarmType,
            String probableCause,
            String perceivedSeverity,
            String state,
            String ackState,
            String detail,
            int occurrences,
            Instant raisedAt,
            Instant changedAt,
            Instant clearedAt) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class, Map.of("deviceId", "device.id", "interfaceId", "interface.id"));
        return exchange.page(list, alarms.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(alarms.get(PathId.of(WHAT, id))));
    }

    @POST
    @Path("{id}/acknowledgement")
    @WriteOnce
    public Response acknowledge(@PathParam("id") String id) {
        return exchange.changed(body(alarms.acknowledge(PathId.of(WHAT, id))));
    }

    private Body body(AlarmDetails alarm) {
        return new Body(
                alarm.id().toString(),
                exchange.href(PATH, alarm.id()),
                alarm.deviceId().toString(),
                alarm.interfaceId() == null ? null : alarm.interfaceId().toString(),
                alarm.alarmedObject(),
                alarm.alarmType(),
                alarm.probableCause(),
                alarm.perceivedSeverity(),
                alarm.state(),
                alarm.ackState(),
                alarm.detail(),
                alarm.occurrences(),
                alarm.raisedAt(),
                alarm.changedAt(),
                alarm.clearedAt());
    }
}
