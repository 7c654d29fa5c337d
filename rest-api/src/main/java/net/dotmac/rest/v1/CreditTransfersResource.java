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
import net.dotmac.kernel.Money;
import net.dotmac.payments.CreditTransferData;
import net.dotmac.payments.CreditTransferDetails;
import net.dotmac.payments.CreditTransferService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Credit that is moved from one of a customer's accounts to another. */
@Path("/api/v1/credit-transfers")
@RequestScoped
public class CreditTransfersResource {

    private static final String PATH = "/api/v1/credit-transfers/";

    @Inject
    private Exchange exchange;

    @Inject
    private CreditTransferService transfers;

    /**
     * Credit to move.
     *
     * @param amount more than 0, at most what is left of the first account's credit
     * @param reason 1 to 500 characters
     */
    record Form(String fromAccountId, String toAccountId, TmfMoney amount, String reason) {}

    record Body(
            String id,
            String href,
            String fromAccountId,
            String toAccountId,
            TmfMoney amount,
            String reason,
            LocalDate movedOn,
            Instant movedAt,
            String movedBy) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, transfers.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(transfers.get(PathId.of("credit transfer", id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(Form form) {
        return exchange.created(body(transfers.move(new CreditTransferData(
                PathId.inBody("fromAccountId", form.fromAccountId()),
                PathId.inBody("toAccountId", form.toAccountId()),
                MoneyForm.required(form.amount()),
                form.reason(),
                null))));
    }

    private Body body(CreditTransferDetails transfer) {
        return new Body(
                transfer.id().toString(),
                exchange.href(PATH, transfer.id()),
                transfer.fromAccountId().toString(),
                transfer.toAccountId().toString(),
                TmfMoney.of(new Money(transfer.amountMinor(), transfer.currency())),
                transfer.reason(),
                transfer.movedOn(),
                transfer.movedAt(),
                transfer.movedBy());
    }
}
