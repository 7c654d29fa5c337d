package net.dotmac.services;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What an order needs to know of the billing account that will pay.
 *
 * @param usageBilledTo the day up to which metered usage is billed, or null if nothing was billed yet
 * @param booksOpenFrom the first day that changes may be dated back to, or null if there is no such bound
 */
public record Payer(
        UUID billingAccountId,
        UUID customerId,
        String currency,
        boolean isOpen,
        LocalDate usageBilledTo,
        LocalDate booksOpenFrom) {}
