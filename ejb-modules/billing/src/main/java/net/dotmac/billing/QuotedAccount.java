package net.dotmac.billing;

import java.util.UUID;

/** A billing account as far as somebody who quotes its number means it. */
public record QuotedAccount(UUID id, String number, String name, UUID customerId, String currency) {}
