package net.dotmac.billing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What became of an account in a run, for one cycle date.
 *
 * @param outcome {@code billed}, {@code nothingToBill}, {@code blocked} or {@code changedMeanwhile}
 * @param grossMinor minor units, as are net and tax
 */
public record BillingRunAccount(
        UUID billingAccountId,
        String accountNumber,
        LocalDate cycleDate,
        String outcome,
        String currency,
        long netMinor,
        long taxMinor,
        long grossMinor) {}
