package net.dotmac.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a customer has said he will pay and when.
 *
 * @param kind promise or arrangement
 * @param state active, kept, broken or withdrawn
 * @param amountMinor the sum of its instalments
 * @param paidMinor what has been paid on the debts it was made on
 * @param instalments in the order of their days; a promise has one
 */
public record Agreement(
        UUID id,
        UUID billingAccountId,
        UUID caseId,
        String kind,
        String state,
        String currency,
        long amountMinor,
        long paidMinor,
        String note,
        String madeBy,
        LocalDate madeOn,
        LocalDate endedOn,
        List<Instalment> instalments) {

    public static final String PROMISE = "promise";
    public static final String ARRANGEMENT = "arrangement";

    public Agreement {
        instalments = List.copyOf(instalments);
    }

    public boolean isActive() {
        return state.equals("active");
    }
}
