package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import net.dotmac.payments.StatusReportDetails;
import net.dotmac.payments.StatusReportService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.Links;
import net.dotmac.rest.write.WriteOnce;

/** What banks answer to files: a POST takes a pain.002 document, once by the bank's id of it. */
@Path(StatusReportsResource.PATH)
@RequestScoped
public class StatusReportsResource {

    public static final String PATH = "/api/v1/payment-status-reports";

    @Inject
    private Exchange exchange;

    @Inject
    private StatusReportService reports;

    /**
     * A report that was taken in.
     *
     * @param href of the batch that it answers to
     * @param status of the whole file, or null
     * @param ignored how many debits it rejects that had another outcome before
     */
    record Body(
            String href, String messageId, String batchId, String status, int rejected, int ignored, Instant takenAt) {

        /** @param path of the batches that such reports answer to */
        static Body of(StatusReportDetails report, String path, Links links) {
            return new Body(
                    links.to(path, report.batchId()),
                    report.messageId(),
                    report.batchId().toString(),
                    report.status(),
                    report.rejected(),
                    report.ignored(),
                    report.takenAt());
        }
    }

    @POST
    @WriteOnce
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public Response take(BankUpload file) {
        return exchange.created(
                Body.of(reports.take(file.content()), "/api/v1/direct-debit-batches/", exchange.links()));
    }
}
