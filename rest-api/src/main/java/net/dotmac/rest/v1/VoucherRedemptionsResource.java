package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import net.dotmac.kernel.DomainException;
import net.dotmac.prepaid.PrepaidProblem;
import net.dotmac.prepaid.Redemption;
import net.dotmac.prepaid.VoucherService;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;

/**
 * Redeems vouchers. The same code for the same account has one effect and the same answer, so it needs no key; and a refusal must
 * leave its count, so the transaction ends before the answer is made.
 */
@Path("/api/v1/vouchers/redemptions")
@RequestScoped
public class VoucherRedemptionsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private VoucherService vouchers;

    record Form(String billingAccountId, String code) {}

    record Body(String id, String batchId, int serial, String billingAccountId, TmfMoney value, LocalDate day) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response redeem(Form form) {
        var account = PathId.inBody("billingAccountId", form.billingAccountId());
        Redemption redemption = vouchers.redeem(account, form.code());
        if (!redemption.isRedeemed()) {
            throw refused(redemption.outcome());
        }
        return exchange.changed(new Body(
                redemption.id().toString(),
                redemption.batchId().toString(),
                redemption.serial(),
                account.toString(),
                TmfMoney.of(redemption.value()),
                redemption.day()));
    }

    private static DomainException refused(Redemption.Outcome outcome) {
        return switch (outcome) {
            case LOCKED ->
                new DomainException(
                        PrepaidProblem.VOUCHERS_LOCKED, "There were too many wrong codes. Try again in half an hour.");
            case USED -> problem("This voucher was redeemed by another account.");
            case EXPIRED -> problem("This voucher has expired.");
            case STOPPED -> problem("This voucher was stopped; ask who sold it.");
            case WRONG_CURRENCY -> problem("This voucher is in another currency than the account.");
            default ->
                new DomainException(
                        PrepaidProblem.VOUCHER_UNKNOWN, "No voucher has this code. Compare it with the card.", "code");
        };
    }

    private static DomainException problem(String message) {
        return new DomainException(PrepaidProblem.VOUCHER_NOT_REDEEMABLE, message, "code");
    }
}
