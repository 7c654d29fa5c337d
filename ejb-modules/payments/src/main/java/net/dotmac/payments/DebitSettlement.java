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
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;
import net.dotmac.payments.persistence.DirectDebitRepository;

/**
 * Finds which debits the money that came in is of: one, by its end-to-end id, or all of a group or file whose outcome is
 * open, by the group's id or the file's, if they come to just the movement's amount. Anything else is a person's to
 * decide.
 */
@ApplicationScoped
class DebitSettlement {

    @Inject
    private DirectDebitRepository repository;

    /** The debits that each of these movements is of, by movement; each debit once. */
    Map<UUID, List<DirectDebit>> of(Collection<BankTransaction> movements) {
        Set<String> references = new HashSet<>();
        movements.forEach(each -> references.addAll(references(each.entry())));
        if (references.isEmpty()) {
            return Map.of();
        }
        List<DirectDebit> waiting = new ArrayList<>(repository.named(references));
        Map<UUID, List<DirectDebit>> found = new HashMap<>();
        for (BankTransaction movement : waiting.isEmpty() ? List.<BankTransaction>of() : movements) {
            List<DirectDebit> meant = meant(movement.entry(), waiting);
            if (!meant.isEmpty()) {
                found.put(movement.id(), meant);
                waiting.removeAll(meant);
            }
        }
        return found;
    }

    private static List<DirectDebit> meant(BankEntry entry, List<DirectDebit> waiting) {
        Set<String> references = references(entry);
        List<DirectDebit> single = waiting.stream()
                .filter(each -> references.contains(each.endToEndId()))
                .toList();
        // A group's id is its file's with one more digit.
        List<DirectDebit> group = waiting.stream()
                .filter(each -> references.contains(each.paymentInformationId())
                        || references.contains(DirectDebitBatch.messageIdOf(each.paymentInformationId())))
                .toList();
        if (isSum(single, entry)) {
            return single;
        }
        return isSum(group, entry) ? group : List.of();
    }

    private static boolean isSum(List<DirectDebit> debits, BankEntry entry) {
        return debits.stream().mapToLong(DirectDebit::amountMinor).sum() == entry.amountMinor();
    }

    private static Set<String> references(BankEntry entry) {
        Set<String> references = new HashSet<>();
        if (entry.amountMinor() > 0 && entry.currency().equals("EUR")) {
            references.add(entry.endToEndId());
            references.add(entry.batchReference());
            references.remove(null);
        }
        return references;
    }
}
