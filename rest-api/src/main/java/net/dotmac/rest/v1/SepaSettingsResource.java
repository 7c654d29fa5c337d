package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.SepaSettings;
import net.dotmac.payments.SepaSettingsService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** As whom the tenant collects by direct debit. */
@Path("/api/v1/sepa-settings")
@RequestScoped
public class SepaSettingsResource {

    private static final int USUAL_NOTICE = 14;

    @Inject
    private Exchange exchange;

    @Inject
    private SepaSettingsService settings;

    /**
     * @param noticeDays 1 to 60; null for 14
     * @param needsApproval whether somebody other than its creator approves a batch; null for no
     */
    record Form(
            String creditorId,
            String creditorName,
            String town,
            String country,
            String iban,
            String bic,
            Integer noticeDays,
            Boolean needsApproval) {}

    @GET
    public Response get() {
        return exchange.one(settings.get()
                .orElseThrow(() -> new DomainException(
                        CommonProblem.NOT_FOUND, "Nobody has entered the creditor yet; PUT it here.")));
    }

    @PUT
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(Form form) {
        return exchange.changed(settings.put(new SepaSettings(
                form.creditorId(),
                form.creditorName(),
                form.town(),
                form.country(),
                form.iban(),
                form.bic(),
                form.noticeDays() == null ? USUAL_NOTICE : form.noticeDays(),
                form.needsApproval() != null && form.needsApproval())));
    }
}
