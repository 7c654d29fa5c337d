package net.dotmac.rest.v1;

import java.time.LocalDate;
import net.dotmac.kernel.Money;
import net.dotmac.payments.DirectDebitDetails;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * One collection of one invoice.
 *
 * @param open what is open of the invoice now
 * @param state planned, handedOver, collected, rejected, returned or dropped
 * @param announcedOn when the payer's notice was given out
 * @param refundableUntil until when the payer may have it back without a reason
 * @param disputableUntil until when he may say that he never agreed
 */
record DirectDebitBody(
        String id,
        String href,
        String batchId,
        String billingAccountId,
        String mandateId,
        String mandateReference,
        String invoiceId,
        String invoiceNumber,
        TmfMoney amount,
        TmfMoney open,
        String endToEndId,
        int attempt,
        String scheme,
        String sequence,
        String debtorName,
        String iban,
        LocalDate collectOn,
        String state,
        LocalDate announcedOn,
        String reasonCode,
        String note,
        String paymentId,
        LocalDate settledOn,
        LocalDate failedOn,
        TmfMoney fee,
        LocalDate refundableUntil,
        LocalDate disputableUntil) {

    static final String PATH = "/api/v1/direct-debits/";

    static DirectDebitBody of(DirectDebitDetails debit, Links links) {
        return new DirectDebitBody(
                debit.id().toString(),
                links.to(PATH, debit.id()),
                debit.batchId().toString(),
                debit.billingAccountId().toString(),
                debit.mandateId().toString(),
                debit.mandateReference(),
                debit.invoiceId().toString(),
                debit.invoiceNumber(),
                euros(debit.amountMinor()),
                euros(debit.openMinor()),
                debit.endToEndId(),
                debit.attempt(),
                debit.scheme(),
                debit.sequence(),
                debit.debtorName(),
                debit.iban(),
                debit.collectOn(),
                debit.state(),
                debit.announcedOn(),
                debit.reasonCode(),
                debit.note(),
                debit.paymentId() == null ? null : debit.paymentId().toString(),
                debit.settledOn(),
                debit.failedOn(),
                debit.feeMinor() == null ? null : euros(debit.feeMinor()),
                debit.refundableUntil(),
                debit.disputableUntil());
    }

    static TmfMoney euros(long minor) {
        return TmfMoney.of(new Money(minor, "EUR"));
    }
}
