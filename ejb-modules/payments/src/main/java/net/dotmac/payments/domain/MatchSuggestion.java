package net.dotmac.payments.domain;

import java.util.List;
import java.util.UUID;

/**
 * What money may be meant for, and why.
 *
 * @param invoiceId null for what is due first
 * @param score 1 to 100
 * @param reasons weightiest first
 */
public record MatchSuggestion(UUID accountId, UUID invoiceId, int score, List<MatchReason> reasons) {

    public MatchSuggestion {
        reasons = List.copyOf(reasons);
    }
}
