package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.WriteOffRequest;
import net.dotmac.billing.WriteOffService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Gives up what is open of a bill, and asks for it again when it is paid after all. */
@Path("/api/v1/customer-bills/{id}/write-offs")
@RequestScoped
public class WriteOffsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private WriteOffService writeOffs;

    /**
     * @param amount gross; null for all there is
     * @param taxRelief whether its tax is claimed back, which it is unless told otherwise
     */
    record Form(TmfMoney amount, Boolean taxRelief, String reason) {

        private WriteOffRequest request() {
            return new WriteOffRequest(MoneyForm.optional(amount), !Boolean.FALSE.equals(taxRelief), reason);
        }
    }

    /**
     * @param kind {@code writeOff} or {@code recovery}
     * @param left of a write-off what has not come back; of a recovery what is open of it
     */
    record Entry(
            String id,
            String href,
            String kind,
            String reference,
            String recoversId,
            LocalDate bookedOn,
            TmfMoney amount,
            TmfMoney tax,
            boolean taxRelief,
            TmfMoney left,
            String reason,
            String madeBy,
            Instant madeAt) {}

    /** @param entries oldest first */
    record Body(String billId, List<Entry> entries) {}

    @GET
    public Response list(@PathParam("id") String id) {
        UUID billId = PathId.of("bill", id);
        return exchange.one(new Body(
                billId.toString(),
                writeOffs.of(billId).stream().map(this::entry).toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response writeOff(@PathParam("id") String id, Form form) {
        return exchange.created(entry(writeOffs.writeOff(PathId.of("bill", id), form.request())));
    }

    @POST
    @Path("{writeOffId}/recoveries")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response recover(@PathParam("id") String id, @PathParam("writeOffId") String writeOffId, Form form) {
        UUID writeOff = PathId.of("write-off", writeOffId);
        if (writeOffs.of(PathId.of("bill", id)).stream()
                .noneMatch(each -> each.id().equals(writeOff))) {
            throw DomainException.notFound("write-off", writeOff);
        }
        return exchange.created(entry(writeOffs.recover(writeOff, form.request())));
    }

    /** Single ones have no address of their own: the bill's list tells of all. */
    private Entry entry(WriteOffDetails made) {
        return new Entry(
                made.id().toString(),
                exchange.href("/api/v1/customer-bills/", made.invoiceId() + "/write-offs"),
                made.isRecovery() ? "recovery" : "writeOff",
                made.reference(),
                made.isRecovery() ? made.recoversId().toString() : null,
                made.bookedOn(),
                money(made.amountMinor(), made),
                money(made.taxMinor(), made),
                made.taxRelief(),
                money(made.leftMinor(), made),
                made.reason(),
                made.madeBy(),
                made.madeAt());
    }

    private static TmfMoney money(long minor, WriteOffDetails made) {
        return TmfMoney.of(new Money(minor, made.currency()));
    }
}
