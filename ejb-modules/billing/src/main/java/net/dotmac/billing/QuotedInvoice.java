package net.dotmac.billing;

import java.util.UUID;

/** An invoice as far as somebody who quotes its number means it. */
public record QuotedInvoice(UUID id, String number, UUID billingAccountId, String currency) {}
