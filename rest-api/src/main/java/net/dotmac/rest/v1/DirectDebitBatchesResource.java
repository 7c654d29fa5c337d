package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.BankOutput;
import net.dotmac.payments.DirectDebitBatchDetails;
import net.dotmac.payments.DirectDebitPlan;
import net.dotmac.payments.DirectDebitService;
import net.dotmac.payments.HandOverService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Batches of direct debits: previewed, made, approved, handed over to the bank as a file. */
@Path("/api/v1/direct-debit-batches")
@RequestScoped
public class DirectDebitBatchesResource {

    private static final String PATH = "/api/v1/direct-debit-batches/";

    @Inject
    private Exchange exchange;

    @Inject
    private DirectDebitService debits;

    @Inject
    private HandOverService handOvers;

    /** @param collectOn a day on which banks work; null for the first that leaves time for the notice */
    record Form(LocalDate collectOn) {}

    /** @param reason 1 to 500 characters */
    record Cancellation(String reason) {}

    record Total(String state, long count, TmfMoney amount) {}

    /** @param state proposed, approved, handedOver or cancelled */
    record Body(
            String id,
            String href,
            String messageId,
            LocalDate collectOn,
            String state,
            List<Total> totals,
            Instant createdAt,
            String createdBy,
            Instant approvedAt,
            String approvedBy,
            Instant handedOverAt,
            String handedOverBy,
            String fileSha256,
            String cancelReason) {}

    /** One invoice that would be collected. */
    record Line(
            String billingAccountId,
            String mandateReference,
            String invoiceId,
            String invoiceNumber,
            TmfMoney amount,
            int attempt) {}

    /** One invoice that is due and would not, and why. */
    record LeftOut(String billingAccountId, String invoiceId, String invoiceNumber, TmfMoney open, String reason) {}

    record Preview(LocalDate collectOn, TmfMoney sum, List<Line> lines, List<LeftOut> leftOut) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, debits.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(debits.get(idOf(id))));
    }

    /** What a batch of this day would collect now. */
    @GET
    @Path("preview")
    public Response preview(@QueryParam("collectOn") String collectOn) {
        DirectDebitPlan plan = debits.plan(day(collectOn));
        return exchange.changed(new Preview(
                plan.collectOn(),
                DirectDebitBody.euros(plan.sumMinor()),
                plan.lines().stream()
                        .map(each -> new Line(
                                each.billingAccountId().toString(),
                                each.mandateReference(),
                                each.invoiceId().toString(),
                                each.invoiceNumber(),
                                DirectDebitBody.euros(each.amountMinor()),
                                each.attempt()))
                        .toList(),
                plan.leftOut().stream()
                        .map(each -> new LeftOut(
                                each.billingAccountId().toString(),
                                each.invoiceId().toString(),
                                each.invoiceNumber(),
                                DirectDebitBody.euros(each.openMinor()),
                                each.reason()))
                        .toList()));
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalid("collectOn", "Expected a day such as 2027-03-01.");
        }
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Form form) {
        return exchange.created(body(debits.create(form.collectOn())));
    }

    /** Four eyes, where the tenant asks for them: whoever made the batch can't approve it. */
    @POST
    @Path("{id}/approval")
    @WriteOnce
    public Response approve(@PathParam("id") String id) {
        return exchange.changed(body(debits.approve(idOf(id))));
    }

    /** Closes the batch; its file can be fetched from then on. */
    @POST
    @Path("{id}/hand-over")
    @WriteOnce
    public Response handOver(@PathParam("id") String id) {
        return exchange.changed(body(handOvers.handOver(idOf(id))));
    }

    @POST
    @Path("{id}/cancellation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id, Cancellation form) {
        return exchange.changed(body(handOvers.cancel(idOf(id), form.reason())));
    }

    /** The file for the bank, in pain.008.001.08. */
    @GET
    @Path("{id}/file")
    public Response file(@PathParam("id") String id) {
        BankOutput file = handOvers.file(idOf(id));
        return Response.ok(file.content(), MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Body body(DirectDebitBatchDetails batch) {
        return new Body(
                batch.id().toString(),
                exchange.href(PATH, batch.id()),
                batch.messageId(),
                batch.collectOn(),
                batch.state(),
                batch.totals().stream()
                        .map(each -> new Total(each.state(), each.count(), DirectDebitBody.euros(each.sumMinor())))
                        .toList(),
                batch.createdAt(),
                batch.createdBy(),
                batch.approvedAt(),
                batch.approvedBy(),
                batch.handedOverAt(),
                batch.handedOverBy(),
                batch.fileSha256(),
                batch.cancelReason());
    }

    private static UUID idOf(String id) {
        return PathId.of("direct debit batch", id);
    }
}
