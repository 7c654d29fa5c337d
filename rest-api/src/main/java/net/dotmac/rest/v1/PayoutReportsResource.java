package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;

/** What banks answer to files of payouts: a POST takes a pain.002 document, once by the bank's id of it. */
@Path(PayoutReportsResource.PATH)
@RequestScoped
public class PayoutReportsResource {

    public static final String PATH = "/api/v1/payout-status-reports";

    @Inject
    private Exchange exchange;

    @Inject
    private PayoutBatchService batches;

    @POST
    @WriteOnce
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public Response take(BankUpload file) {
        return exchange.created(StatusReportsResource.Body.of(
                batches.takeReport(file.content()), PayoutBatchesResource.PATH, exchange.links()));
    }
}
