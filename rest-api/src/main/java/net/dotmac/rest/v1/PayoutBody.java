package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * Money that is paid back to a customer.
 *
 * @param uncovered what of it is the customer's debt by now, because the payment it came from was taken back
 * @param method bankTransfer or cash
 * @param iban masked
 * @param state requested, approved, handedOver, paid, rejected, returned or cancelled
 */
record PayoutBody(
        String id,
        String href,
        String billingAccountId,
        TmfMoney amount,
        TmfMoney uncovered,
        String method,
        String holderName,
        String iban,
        String remittance,
        String reason,
        String state,
        Instant requestedAt,
        String requestedBy,
        Instant approvedAt,
        String approvedBy,
        String batchId,
        String endToEndId,
        LocalDate paidOn,
        LocalDate failedOn,
        String reasonCode,
        String note) {

    static final String PATH = "/api/v1/payouts/";

    static PayoutBody of(PayoutDetails payout, Links links) {
        return new PayoutBody(
                payout.id().toString(),
                links.to(PATH, payout.id()),
                payout.billingAccountId().toString(),
                TmfMoney.of(new Money(payout.amountMinor(), payout.currency())),
                TmfMoney.of(new Money(payout.uncoveredMinor(), payout.currency())),
                payout.method(),
                payout.holderName(),
                payout.iban(),
                payout.remittance(),
                payout.reason(),
                payout.state(),
                payout.requestedAt(),
                payout.requestedBy(),
                payout.approvedAt(),
                payout.approvedBy(),
                payout.batchId() == null ? null : payout.batchId().toString(),
                payout.endToEndId(),
                payout.paidOn(),
                payout.failedOn(),
                payout.reasonCode(),
                payout.note());
    }
}
