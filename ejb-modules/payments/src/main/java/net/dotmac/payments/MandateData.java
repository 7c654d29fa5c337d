package net.dotmac.payments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A mandate as it is told.
 *
 * @param billingAccountId whose invoices it pays
 * @param reference 1 to 35 characters of the scheme's set, or null for one made of the account's number
 * @param scheme {@code CORE} or {@code B2B}; null for CORE
 * @param sequence {@code RCUR} for as often as something is due, {@code OOFF} for once; null for RCUR
 * @param signedOn when the payer signed, today at most
 * @param debtor with an IBAN; name and address may be null for the customer's own
 */
public record MandateData(
        UUID billingAccountId, String reference, String scheme, String sequence, LocalDate signedOn, Debtor debtor) {}
