package net.dotmac.usage;

import java.util.List;

/**
 * What a delivery came to.
 *
 * @param outcomes of each record, in the order of the delivery
 */
public record UsageReceipt(UsageBatchDetails batch, List<UsageOutcome> outcomes) {}
