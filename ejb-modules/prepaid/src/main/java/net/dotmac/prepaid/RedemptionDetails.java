package net.dotmac.prepaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A voucher that was redeemed: its serial number, by which account, when and by whom. */
public record RedemptionDetails(
        UUID id, UUID batchId, int serial, UUID billingAccountId, LocalDate day, Instant at, String actor) {}
