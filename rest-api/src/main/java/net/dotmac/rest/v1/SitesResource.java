package net.dotmac.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.networking.SiteDetails;
import net.dotmac.networking.SiteService;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Places with devices. */
@Path("/api/v1/sites")
@RequestScoped
public class SitesResource {

    private static final String PATH = "/api/v1/sites/";

    @Inject
    private Exchange exchange;

    @Inject
    private SiteService sites;

    record Form(String name, String location) {}

    record Body(String id, String href, String name, String location) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, sites.find(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(sites.get(PathId.of("site", id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Form form) {
        return exchange.created(body(sites.create(form.name(), form.location())));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        SiteDetails now = sites.get(PathId.of("site", id));
        Form form = exchange.patched(body(now), patch, Form.class);
        return exchange.changed(body(sites.change(now.id(), form.name(), form.location())));
    }

    private Body body(SiteDetails site) {
        return new Body(site.id().toString(), exchange.href(PATH, site.id()), site.name(), site.location());
    }
}
