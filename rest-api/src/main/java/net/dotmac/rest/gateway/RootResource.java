package net.dotmac.rest.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Who opens the bare address is a person, and wants the console. */
@Path("/")
@RequestScoped
public class RootResource {

    @GET
    public Response toConsole() {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, "/console/")
                .build();
    }
}
