package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.ChartService;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** The tenant's chart: which account of his stands for which account of the journal, e.g. {@code revenue}. */
@Path("/api/v1/ledger/accounts")
@RequestScoped
public class ChartResource {

    @Inject
    private Exchange exchange;

    @Inject
    private ChartService chart;

    /**
     * @param taxKey category and rate such as {@code standard 19}, or null for all that have no entry of their own
     * @param automatic whether the other side works out tax by itself for this account; null for no
     */
    record Form(String taxKey, String number, String name, Boolean automatic) {}

    /** @param state default or own */
    record Body(String account, String taxKey, String number, String name, boolean automatic, String state) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, ShortList.page(list.query(), chart.list()).map(ChartResource::body));
    }

    @PUT
    @Path("{account}")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("account") String account, Form form) {
        boolean isAutomatic = Boolean.TRUE.equals(form.automatic());
        return exchange.changed(body(chart.put(
                new ChartEntry(account(account), form.taxKey(), form.number(), form.name(), isAutomatic, false))));
    }

    /** Back to the default, which is in the answer. */
    @DELETE
    @Path("{account}")
    @WriteOnce
    public Response reset(@PathParam("account") String account, @QueryParam("taxKey") String taxKey) {
        return exchange.changed(body(chart.reset(account(account), taxKey)));
    }

    private static LedgerAccount account(String wire) {
        try {
            return LedgerAccount.ofWire(wire);
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound("ledger account", wire);
        }
    }

    private static Body body(ChartEntry entry) {
        return new Body(
                entry.account().wire(),
                entry.taxKey().isEmpty() ? null : entry.taxKey(),
                entry.number(),
                entry.name(),
                entry.isAutomatic(),
                entry.isDefault() ? "default" : "own");
    }
}
