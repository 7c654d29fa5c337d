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
     * The payments that a return takes back; empty unless they come to just what went out. Several are one movement
     * that was split.
     */
    static List<Original> taken(BankEntry entry, Map<String, List<Original>> originals) {
        List<Original> found = entry.isReturn() ? originals.getOrDefault(entry.endToEndId(), List.of()) : List.of();
        List<Original> distinct =
                found.stream()
                        .collect(Collectors.toMap(Original::paymentId, each -> each, (a, b) -> a))
                        .values()
                        .stream()
                        .toList();
        long sum = distinct.stream().mapToLong(Original::amountMinor).sum();
        return sum == -entry.amountMinor() ? distinct : List.of();
    }
}
