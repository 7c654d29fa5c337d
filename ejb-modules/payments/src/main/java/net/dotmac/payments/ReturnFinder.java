package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.persistence.BankMatchRepository;
import net.dotmac.payments.persistence.BankMatchRepository.Original;

/** Finds the payments that returns take back. */
@ApplicationScoped
class ReturnFinder {

    /** Banks charge some euros for a return; whatever is more is looked at by a person. */
    private static final long MOST_FEE_MINOR = 2_000;

    @Inject
    private BankMatchRepository matches;

    /** Payments that stand, by the end-to-end ids of the returns among these movements. */
    Map<String, List<Original>> originals(Collection<BankEntry> entries) {
        Set<String> ids = entries.stream()
                .filter(BankEntry::isReturn)
                .map(BankEntry::endToEndId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : matches.originals(ids).stream().collect(Collectors.groupingBy(Original::key));
    }

    /**
     * The payments that a return takes back; empty unless they come to just what went out, or the bank of a direct debit
     * of ours keeps a fee with it. Several are one movement that was split.
     */
    static List<Original> taken(BankEntry entry, Map<String, List<Original>> originals) {
        List<Original> found = entry.isReturn() ? originals.getOrDefault(entry.endToEndId(), List.of()) : List.of();
        List<Original> debits = found.stream().filter(Original::isDirectDebit).toList();
        List<Original> distinct = debits.isEmpty() ? distinct(found) : debits;
        long sum = distinct.stream().mapToLong(Original::amountMinor).sum();
        long fee = -entry.amountMinor() - sum;
        boolean isDebit = debits.size() == 1;
        return fee == 0 || isDebit && fee > 0 && fee <= MOST_FEE_MINOR ? distinct : List.of();
    }

    private static List<Original> distinct(List<Original> found) {
        return found.stream()
                .collect(Collectors.toMap(Original::paymentId, each -> each, (a, b) -> a))
                .values()
                .stream()
                .toList();
    }
}
