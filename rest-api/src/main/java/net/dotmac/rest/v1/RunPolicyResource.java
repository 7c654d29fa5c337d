package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.billing.RunPolicy;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** Whether billing runs need the approval of somebody else than who started them. */
@Path("/api/v1/billing-run-policy")
@RequestScoped
public class RunPolicyResource {

    @Inject
    private Exchange exchange;

    @Inject
    private RunApprovalService approvals;

    record Form(Boolean needsApproval) {}

    @GET
    public Response get() {
        return exchange.one(approvals.policy());
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Form form) {
        if (form.needsApproval() == null) {
            throw DomainException.invalid("needsApproval", "Say whether runs need approval: true or false.");
        }
        return exchange.changed(approvals.changePolicy(new RunPolicy(form.needsApproval())));
    }
}
