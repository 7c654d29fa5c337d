package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateDetails;
import net.dotmac.rest.write.Links;

/**
 * A SEPA mandate.
 *
 * @param debtor with the IBAN masked; {@code POST …/iban} shows it to those who may see it
 * @param isAmended whether the account changed and the bank has not been told yet
 * @param state active, suspended, cancelled, lapsed or used
 * @param lapsesOn the first day on which it can't be used any more, unless it is used before
 */
record MandateBody(
        String id,
        String href,
        String billingAccountId,
        String reference,
        String scheme,
        String sequence,
        LocalDate signedOn,
        Debtor debtor,
        boolean isAmended,
        String state,
        String stateReason,
        LocalDate lastCollectedOn,
        LocalDate lapsesOn,
        Instant createdAt,
        String createdBy) {

    static final String PATH = "/api/v1/mandates/";

    static MandateBody of(MandateDetails mandate, Links links) {
        return new MandateBody(
                mandate.id().toString(),
                links.to(PATH, mandate.id()),
                mandate.billingAccountId().toString(),
                mandate.reference(),
                mandate.scheme(),
                mandate.sequence(),
                mandate.signedOn(),
                mandate.debtor(),
                mandate.isAmended(),
                mandate.state(),
                mandate.stateReason(),
                mandate.lastCollectedOn(),
                mandate.lapsesOn(),
                mandate.createdAt(),
                mandate.createdBy());
    }
}
