package net.dotmac.payments.domain;

import java.util.UUID;

/**
 * A part of a movement that is one account's payment.
 *
 * @param invoiceId to be settled first, or null for what is due first
 * @param amountMinor above 0
 */
public record MatchPart(UUID accountId, UUID invoiceId, long amountMinor) {}
