package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositMovement;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * A security deposit as REST shows it.
 *
 * @param state asked, partlyReceived, held, released or cancelled
 * @param returned set off, turned into credit, or kept for damages
 */
record DepositBody(
        String id,
        String href,
        String billingAccountId,
        String customerId,
        String state,
        String reason,
        TmfMoney asked,
        TmfMoney received,
        TmfMoney returned,
        TmfMoney held,
        LocalDate askedOn,
        String askedBy) {

    static final String PATH = "/api/v1/deposits/";

    /**
     * @param kind in: received, allotted; out: setOff, credit, damages
     * @param documentId the payment it came by or the bill it paid
     */
    record Movement(
            String id,
            String kind,
            TmfMoney amount,
            String documentId,
            String note,
            LocalDate day,
            Instant at,
            String actor) {}

    /** @param movements oldest first */
    record Movements(String depositId, List<Movement> movements) {}

    record Held(String depositId, String billingAccountId, TmfMoney held) {}

    /** @param deposits together they are what the ledger's account says of that day */
    record HeldOn(LocalDate asOf, List<Held> deposits) {}

    static DepositBody of(DepositDetails deposit, Links links) {
        String currency = deposit.currency();
        return new DepositBody(
                deposit.id().toString(),
                links.to(PATH, deposit.id()),
                deposit.billingAccountId().toString(),
                deposit.customerId().toString(),
                deposit.state(),
                deposit.reason(),
                money(deposit.askedMinor(), currency),
                money(deposit.receivedMinor(), currency),
                money(deposit.returnedMinor(), currency),
                money(deposit.heldMinor(), currency),
                deposit.askedOn(),
                deposit.askedBy());
    }

    static Movement movement(DepositMovement each, String currency) {
        return new Movement(
                each.id().toString(),
                each.kind(),
                money(each.amountMinor(), currency),
                each.documentId() == null ? null : each.documentId().toString(),
                each.note(),
                each.day(),
                each.at(),
                each.actor());
    }

    static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
