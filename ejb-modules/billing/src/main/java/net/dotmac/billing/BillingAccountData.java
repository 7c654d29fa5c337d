package net.dotmac.billing;

import java.util.UUID;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.kernel.DomainException;

/**
 * What a caller says of a billing account.
 *
 * @param number 1 to 40 characters, or null for the next of the tenant; only read on creation
 * @param name 1 to 200 characters
 * @param customerId who pays; only read on creation
 * @param currency ISO 4217
 * @param cycleDay 1 to 31
 * @param paymentTermDays 0 to 365 days from issue to due date
 * @param treatment how it is taxed; null for standard
 */
public record BillingAccountData(
        String number,
        String name,
        UUID customerId,
        String currency,
        int cycleDay,
        int paymentTermDays,
        TaxTreatment treatment) {

    /**
     * The same with another tax treatment.
     *
     * @param wire {@code standard}, {@code exempt} or {@code reverseCharge}; null for standard
     * @throws DomainException {@code invalid-value} for another spelling
     */
    public BillingAccountData taxed(String wire) {
        try {
            TaxTreatment chosen = wire == null ? null : TaxTreatment.ofWire(wire);
            return new BillingAccountData(number, name, customerId, currency, cycleDay, paymentTermDays, chosen);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("taxTreatment", "The tax treatment: " + e.getMessage() + ".");
        }
    }
}
