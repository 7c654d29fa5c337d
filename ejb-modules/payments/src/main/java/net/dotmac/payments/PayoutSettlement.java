package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.payments.BankTransactionDetails.Match;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.Payout;
import net.dotmac.payments.domain.PayoutBatch;
import net.dotmac.payments.persistence.PayoutBatchRepository;
import net.dotmac.payments.persistence.PayoutRepository;

/**
 * Finds which payouts money that went out is of, and which came back: by the end-to-end id of one, or by the group's or file's
 * id of all that the bank still has to pay of it, if they come to just the amount. Anything else is a person's to decide.
 */
@ApplicationScoped
class PayoutSettlement {

    private static final String PREFIX = "P";

    @Inject
    private PayoutRepository repository;

    @Inject
    private PayoutBatchRepository batches;

    @Inject
    private PayoutOutcomes outcomes;

    @Inject
    private PayoutRecords records;

    /** Settles and takes back what these movements name, in their order; what they became, by movement. */
    Map<UUID, List<Match>> settle(Collection<BankTransaction> movements) {
        Set<String> references = new HashSet<>();
        movements.forEach(each -> references.addAll(references(each.entry())));
        if (references.isEmpty()) {
            return Map.of();
        }
        List<Payout> known = repository.named(references);
        Map<UUID, List<Match>> became = new HashMap<>();
        for (BankTransaction movement : known.isEmpty() ? List.<BankTransaction>of() : movements) {
            BankEntry entry = movement.entry();
            List<Match> matches = entry.amountMinor() < 0 ? left(entry, known) : cameBack(entry, known);
            if (!matches.isEmpty()) {
                became.put(movement.id(), matches);
            }
        }
        return became;
    }

    private List<Match> left(BankEntry entry, List<Payout> known) {
        Set<String> references = references(entry);
        List<Payout> waiting =
                known.stream().filter(each -> each.is(Payout.HANDED_OVER)).toList();
        List<Payout> meant = waiting.stream()
                .filter(each -> references.contains(each.endToEndId()))
                .toList();
        if (Payout.sum(meant) != -entry.amountMinor()) {
            meant = waiting.stream().filter(each -> isOfBatch(each, references)).toList();
        }
        if (meant.isEmpty() || Payout.sum(meant) != -entry.amountMinor()) {
            return List.of();
        }
        meant.forEach(each -> outcomes.paid(each, entry.bookedOn(), null));
        repository.flush();
        records.payouts("paid", meant);
        return matches(meant, -1, "payout");
    }

    private boolean isOfBatch(Payout payout, Set<String> references) {
        PayoutBatch batch = batches.find(payout.batchId()).orElseThrow();
        return references.contains(batch.messageId()) || references.contains(batch.paymentInformationId());
    }

    private List<Match> cameBack(BankEntry entry, List<Payout> known) {
        List<Payout> meant = known.stream()
                .filter(each -> each.is(Payout.PAID)
                        && each.endToEndId().equals(entry.endToEndId())
                        && each.amountMinor() == entry.amountMinor())
                .toList();
        meant.forEach(each -> outcomes.failed(each, entry.returnReason(), null, entry.bookedOn()));
        repository.flush();
        records.payouts("returned", meant);
        return matches(meant, 1, "payoutReturn");
    }

    private static List<Match> matches(List<Payout> payouts, int sign, String reason) {
        List<Match> matches = new ArrayList<>();
        payouts.forEach(each ->
                matches.add(Match.ofPayout(each.billingAccountId(), each.id(), sign * each.amountMinor(), reason)));
        return matches;
    }

    /** Ours begin with one letter, so other movements cost nothing. */
    private static Set<String> references(BankEntry entry) {
        Set<String> references = new HashSet<>();
        boolean isReturn = entry.amountMinor() > 0 && (entry.isReversal() || entry.returnReason() != null);
        boolean hasLeft = entry.amountMinor() < 0 && !entry.isReturn();
        if (entry.currency().equals("EUR") && (isReturn || hasLeft)) {
            references.add(entry.endToEndId());
            references.add(entry.batchReference());
            references.removeIf(each -> each == null || !each.startsWith(PREFIX));
        }
        return references;
    }
}
