package net.dotmac.services;

import java.util.UUID;

/** What an order needs to know of the billing account that will pay. */
public record Payer(UUID billingAccountId, UUID customerId, String currency, boolean isOpen) {}
