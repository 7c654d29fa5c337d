package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.usage.UsageBatchDetails;
import net.dotmac.usage.UsageFile;
import net.dotmac.usage.UsageIntakeService;
import net.dotmac.usage.UsageOutcome;
import net.dotmac.usage.UsageReceipt;

/**
 * Usage records in bulk. Of JSON, an array or one object by the line, each record is accepted, a duplicate, or refused with a
 * reason, whatever becomes of the others; a CSV file is kept whole or not at all.
 */
@Path("/api/v1/usage-records")
@RequestScoped
public class UsageRecordsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private UsageIntakeService intake;

    /** @param outcomes of each record in the order of the delivery */
    record Receipt(
            String id,
            String href,
            int records,
            int accepted,
            int duplicates,
            int refused,
            List<UsageOutcome> outcomes) {}

    @POST
    @WriteOnce
    @Consumes({MediaType.APPLICATION_JSON, UsageUploadReader.LINES})
    public Response take(UsageUpload upload) {
        return received(intake.take(UsageEntryReader.read(upload)));
    }

    /** The query says who measured what the file tells ({@code source}) and what it is called ({@code name}). */
    @POST
    @WriteOnce
    @Consumes(UploadReader.CSV)
    public Response takeFile(UsageUpload upload, @QueryParam("source") String source, @QueryParam("name") String name) {
        return received(intake.takeFile(new UsageFile(name == null ? "usage.csv" : name, source, upload.content())));
    }

    private Response received(UsageReceipt receipt) {
        UsageBatchDetails batch = receipt.batch();
        return exchange.created(new Receipt(
                batch.id().toString(),
                exchange.href(UsageBatchesResource.PATH, batch.id()),
                batch.records(),
                batch.accepted(),
                batch.duplicates(),
                batch.refused(),
                receipt.outcomes()));
    }
}
