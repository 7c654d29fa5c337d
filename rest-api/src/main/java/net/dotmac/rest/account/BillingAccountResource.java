package net.dotmac.rest.account;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.TenantService;
import net.dotmac.rest.json.JsonReader;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** TMF666: billing accounts. */
@Path(Paths.BILLING_ACCOUNT)
@RequestScoped
public class BillingAccountResource {

    private static final String WHAT = "billing account";
    private static final String CLOSED = "closed";
    private static final Map<String, String> NAMES = Map.of("lastModified", "updatedAt");

    @Inject
    private Exchange exchange;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private TenantService tenant;

    @GET
    public Response list() {
        ListRequest list = exchange.list(BillingAccountBody.class, NAMES);
        return exchange.page(list, accounts.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(accounts.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(BillingAccountForm form) {
        BillingAccountData data = form.data(tenant.current().currency());
        AccountDocuments documents = form.documents();
        if (form.state() != null && !form.state().equalsIgnoreCase("active")) {
            throw DomainException.invalid("state", "An account starts active.");
        }
        return exchange.created(body(withDocuments(accounts.create(data), documents)));
    }

    @PATCH
    @Path("{id}")
    @WriteOnce
    @Consumes({JsonReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, JsonNode patch) {
        BillingAccountDetails now = accounts.get(PathId.of(WHAT, id));
        BillingAccountForm form = exchange.patched(body(now), patch, BillingAccountForm.class);
        BillingAccountData data = form.data(now.currency());
        AccountDocuments documents = form.documents();
        if (!now.customerId().equals(data.customerId())) {
            throw DomainException.invalid("relatedParty", "An account stays with its customer; open another one.");
        }
        BillingAccountDetails changed = withDocuments(accounts.change(now.id(), data, now.version()), documents);
        if (!now.state().equals(form.state())) {
            changed = closed(changed, form.state());
        }
        return exchange.changed(body(changed));
    }

    @DELETE
    @Path("{id}")
    @WriteOnce
    public Response delete(@PathParam("id") String id) {
        BillingAccountDetails now = accounts.get(PathId.of(WHAT, id));
        exchange.requireMatch(body(now));
        accounts.close(now.id());
        return Response.noContent().build();
    }

    private BillingAccountDetails withDocuments(BillingAccountDetails account, AccountDocuments documents) {
        return account.documents().equals(documents)
                ? account
                : accounts.changeDocuments(account.id(), documents, account.version());
    }

    private BillingAccountDetails closed(BillingAccountDetails account, String state) {
        if (!CLOSED.equals(state)) {
            throw DomainException.invalid("state", "The only state an account can be given is closed.");
        }
        accounts.close(account.id());
        return accounts.get(account.id());
    }

    private BillingAccountBody body(BillingAccountDetails account) {
        return BillingAccountBody.of(account, exchange.links());
    }
}
