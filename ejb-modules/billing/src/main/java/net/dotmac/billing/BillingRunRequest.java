package net.dotmac.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A run to start.
 *
 * @param date bills every cycle date up to and including this day
 * @param isPreview whether it only shows what it would issue
 * @param billingAccountIds only these accounts, at most 10,000, or null for all
 */
public record BillingRunRequest(LocalDate date, boolean isPreview, List<UUID> billingAccountIds) {}
