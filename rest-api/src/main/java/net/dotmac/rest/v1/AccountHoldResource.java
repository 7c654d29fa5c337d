package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Stops an account's billing, and lets it go on: then it is billed for all it missed. */
@Path("/api/v1/billing-accounts/{id}/hold")
@RequestScoped
public class AccountHoldResource {

    private static final String WHAT = "billing account";

    @Inject
    private Exchange exchange;

    @Inject
    private BillingAccountService accounts;

    /** @param reason 1 to 500 characters */
    record Form(String reason) {}

    record Body(String billingAccountId, boolean isOnHold, String reason) {}

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response hold(@PathParam("id") String id, Form form) {
        return exchange.changed(body(accounts.hold(PathId.of(WHAT, id), form.reason())));
    }

    @DELETE
    @WriteOnce
    public Response release(@PathParam("id") String id) {
        return exchange.changed(body(accounts.release(PathId.of(WHAT, id))));
    }

    private static Body body(BillingAccountDetails account) {
        return new Body(account.id().toString(), account.onHold(), account.holdReason());
    }
}
