package net.dotmac.benchmarks.echo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Says back what it was told, as JSON. */
@Path("echo")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

    /** What is said back. */
    public record Echo(String text, int length) {}

    @GET
    public Echo echo(@QueryParam("text") String text) {
        return new Echo(text, text == null ? 0 : text.length());
    }
}
