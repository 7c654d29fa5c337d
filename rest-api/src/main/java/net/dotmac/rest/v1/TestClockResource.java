package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.write.WriteOnce;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moves the tenant's business clock, where that is allowed; elsewhere there is nothing at this address. */
@Path("/api/v1/test-clock")
@RequestScoped
public class TestClockResource {

    @Inject
    private ClockService clock;

    @Inject
    @ConfigProperty(name = "dotmac.test-clock.enabled", defaultValue = "false")
    private boolean isEnabled;

    /** @param businessTime the tenant's present, e.g. {@code 2027-02-28T12:00:00Z} */
    public record BusinessTime(Instant businessTime) {}

    @GET
    public Response get() {
        requireEnabled();
        return answer(clock.now());
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(BusinessTime wanted) {
        requireEnabled();
        if (wanted.businessTime() == null) {
            throw DomainException.invalid("businessTime", "The businessTime is missing, e.g. 2027-02-28T12:00:00Z.");
        }
        return answer(clock.moveTo(wanted.businessTime()));
    }

    /** Before the permission is looked at: who asks must not learn whether he might where it is allowed. */
    private void requireEnabled() {
        if (!isEnabled) {
            throw new NotFoundException();
        }
    }

    private static Response answer(Instant now) {
        return Response.ok(Json.write(new BusinessTime(now)), MediaType.APPLICATION_JSON)
                .build();
    }
}
