package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.customers.BillTo;
import net.dotmac.services.SubscriptionItem;

/**
 * An account with everything that is needed to bill it.
 *
 * @param id the billing account
 * @param number the number people quote
 * @param currency ISO 4217; every price must be in it
 * @param cycleDay 1 to 31
 * @param nextBillOn the first cycle date not billed yet
 * @param onHold whether a person has stopped its billing
 * @param treatment how it is taxed
 * @param paymentTermDays days from issue to due date, 0 or more
 * @param billTo the buyer
 * @param items what it pays for, in the order of the lines
 * @param marks how far each item was charged, by item; without an entry nothing was
 * @param usage what its metered items measured
 */
public record BillableAccount(
        UUID id,
        String number,
        String currency,
        int cycleDay,
        LocalDate nextBillOn,
        boolean onHold,
        TaxTreatment treatment,
        int paymentTermDays,
        BillTo billTo,
        List<SubscriptionItem> items,
        Map<UUID, ChargeMark> marks,
        AccountUsage usage) {

    public BillableAccount {
        items = List.copyOf(items);
        marks = Map.copyOf(marks);
    }

    /**
     * @param itemId the metered item
     * @param cycleStart first day of the cycle in which the units were measured
     */
    public record UsageKey(UUID itemId, LocalDate cycleStart) {}
}
