package net.dotmac.rest.v1;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.DomainException;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.InterfaceDetails;
import net.dotmac.networking.TrafficPoint;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Devices, their interfaces and counters. Credentials go in and never come out. */
@Path("/api/v1/devices")
@RequestScoped
public class DevicesResource {

    private static final String WHAT = "device";
    private static final String PATH = "/api/v1/devices/";

    @Inject
    private Exchange exchange;

    @Inject
    private DeviceService devices;

    @Inject
    private Clock clock;

    record Body(
            String id,
            String href,
            String name,
            String deviceClass,
            String siteId,
            String siteName,
            String address,
            int snmpPort,
            String snmpVersion,
            boolean monitored,
            int pollSeconds,
            String status,
            Instant statusSince,
            String sysName,
            String sysDescr,
            String sysObjectId,
            Instant lastPolledAt,
            String lastFailure,
            Long uptimeSeconds,
            int interfaceCount) {}

    record InterfaceBody(
            String id,
            long ifIndex,
            String name,
            String alias,
            Long speedMbps,
            boolean monitored,
            boolean present,
            String adminStatus,
            String operStatus,
            Instant changedAt) {}

    record InterfacesBody(String deviceId, List<InterfaceBody> interfaces) {}

    record SummaryBody(
            long devices,
            long up,
            long down,
            long unknown,
            long unmonitored,
            long interfaces,
            long openAlarms,
            long criticalAlarms) {}

    /** @param points bits per second; a missing step is a gap */
    record TrafficBody(String interfaceId, Instant from, Instant until, long stepSeconds, List<TrafficPoint> points) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class, Map.of("siteId", "site.id"));
        return exchange.page(list, devices.list(list.query()).map(this::body));
    }

    @GET
    @Path("summary")
    public Response summary() {
        var sum = devices.summary();
        return exchange.one(new SummaryBody(
                sum.devices(),
                sum.up(),
                sum.down(),
                sum.unknown(),
                sum.unmonitored(),
                sum.interfaces(),
                sum.openAlarms(),
                sum.criticalAlarms()));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(devices.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(DeviceForm form) {
        return exchange.created(body(devices.create(form.data())));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        DeviceDetails now = devices.get(PathId.of(WHAT, id));
        DeviceForm form = exchange.patched(body(now), patch, DeviceForm.class);
        return exchange.changed(body(devices.change(now.id(), form.change(), now.version())));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        devices.delete(PathId.of(WHAT, id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/interfaces")
    public Response interfaces(@PathParam("id") String id) {
        List<InterfaceBody> found = devices.interfaces(PathId.of(WHAT, id)).stream()
                .map(DevicesResource::body)
                .toList();
        return exchange.one(new InterfacesBody(id, found));
    }

    /** The traffic of an interface; the last hour in steps of a minute unless the query says otherwise. */
    @GET
    @Path("interfaces/{id}/traffic")
    public Response traffic(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("stepSeconds") Long stepSeconds) {
        Instant end = instant("until", until, clock.instant());
        Instant start = instant("from", from, end.minus(Duration.ofHours(1)));
        Duration step = Duration.ofSeconds(stepSeconds == null ? 60 : stepSeconds);
        List<TrafficPoint> points = devices.traffic(PathId.of("interface", id), start, end, step);
        return exchange.one(new TrafficBody(id, start, end, step.toSeconds(), points));
    }

    private static Instant instant(String name, String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalid(name, "Found " + text + ", expected a time such as 2027-03-01T12:00:00Z.");
        }
    }

    private Body body(DeviceDetails device) {
        return new Body(
                device.id().toString(),
                exchange.href(PATH, device.id()),
                device.name(),
                device.deviceClass().wire(),
                device.siteId() == null ? null : device.siteId().toString(),
                device.siteName(),
                device.address(),
                device.snmpPort(),
                DeviceForm.wire(device.snmpVersion()),
                device.monitored(),
                device.pollSeconds(),
                device.status().wire(),
                device.statusSince(),
                device.sysName(),
                device.sysDescr(),
                device.sysObjectId(),
                device.lastPolledAt(),
                device.lastFailure(),
                device.uptimeSeconds(),
                device.interfaceCount());
    }

    private static InterfaceBody body(InterfaceDetails link) {
        return new InterfaceBody(
                link.id().toString(),
                link.ifIndex(),
                link.name(),
                link.alias(),
                link.speedMbps(),
                link.monitored(),
                link.present(),
                link.adminStatus(),
                link.operStatus(),
                link.changedAt());
    }
}
