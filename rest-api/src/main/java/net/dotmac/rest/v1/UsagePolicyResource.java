package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.UsagePolicy;
import net.dotmac.billing.UsagePolicyService;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** What happens to usage that comes after its period was billed. */
@Path("/api/v1/usage-policy")
@RequestScoped
public class UsagePolicyResource {

    @Inject
    private Exchange exchange;

    @Inject
    private UsagePolicyService policies;

    record Form(String lateUsage) {}

    @GET
    public Response get() {
        return exchange.one(policies.policy());
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Form form) {
        if (form.lateUsage() == null) {
            throw DomainException.invalid("lateUsage", "Say what happens to late usage: nextPeriod or rerate.");
        }
        return exchange.changed(policies.change(new UsagePolicy(form.lateUsage())));
    }
}
