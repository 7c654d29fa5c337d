package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.services.LockReason;
import net.dotmac.services.ProductLockService;

/** Whether the days of a lock are billed, for each reason of one. */
@Path("/api/v1/lock-policies")
@RequestScoped
public class LockPoliciesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private ProductLockService locks;

    /** @param billed required */
    record Form(Boolean billed) {}

    /** @param id the reason */
    record Entry(String id, String href, boolean billed) {}

    record Body(List<Entry> policies) {}

    @GET
    public Response list() {
        return exchange.one(new Body(locks.policies().entrySet().stream()
                .map(policy -> entry(policy.getKey(), policy.getValue()))
                .toList()));
    }

    @PUT
    @Path("{reason}")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@PathParam("reason") String text, Form form) {
        LockReason reason = ProductLocksResource.reasonOf(text);
        if (form == null || form.billed() == null) {
            throw DomainException.invalid("billed", "State whether the days are billed: {\"billed\": true}.");
        }
        locks.setPolicy(reason, form.billed());
        return exchange.changed(entry(reason, form.billed()));
    }

    private Entry entry(LockReason reason, boolean billed) {
        return new Entry(reason.wire(), exchange.href("/api/v1/lock-policies/", reason.wire()), billed);
    }
}
