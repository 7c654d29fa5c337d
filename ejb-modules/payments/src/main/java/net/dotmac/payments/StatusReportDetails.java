package net.dotmac.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * What a bank's report about a file came to.
 *
 * @param messageId the bank's own id of the report
 * @param status of the whole file, such as ACCP, PART or RJCT, or null
 * @param rejected how many debits it rejected
 * @param ignored how many it rejects that had another outcome before
 */
public record StatusReportDetails(
        UUID id, String messageId, UUID batchId, String status, int rejected, int ignored, Instant takenAt) {}
