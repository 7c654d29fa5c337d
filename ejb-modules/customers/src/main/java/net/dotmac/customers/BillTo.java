package net.dotmac.customers;

import java.util.UUID;

/**
 * What an invoice copies of its buyer.
 *
 * @param customerId the customer
 * @param customerNumber the number people quote
 * @param name full name or company name
 * @param address null if none is known, which billing reports as an exception
 * @param email where documents go, or null
 * @param vatId VAT identification, or null
 * @param language BCP 47 tag for texts and formats, e.g. {@code de}
 */
public record BillTo(
        UUID customerId,
        String customerNumber,
        String name,
        PostalAddress address,
        String email,
        String vatId,
        String language) {}
