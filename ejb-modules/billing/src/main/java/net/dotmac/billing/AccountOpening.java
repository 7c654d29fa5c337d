package net.dotmac.billing;

/**
 * A billing account to be opened among many.
 *
 * @param data with a null number for the next of the tenant
 * @param documents how it wants its documents
 */
public record AccountOpening(BillingAccountData data, AccountDocuments documents) {

    boolean hasNumber() {
        return data.number() != null && !data.number().isBlank();
    }

    /** The same under a number. */
    AccountOpening numbered(String number) {
        return new AccountOpening(
                new BillingAccountData(
                        number,
                        data.name(),
                        data.customerId(),
                        data.currency(),
                        data.cycleDay(),
                        data.paymentTermDays(),
                        data.treatment()),
                documents);
    }
}
