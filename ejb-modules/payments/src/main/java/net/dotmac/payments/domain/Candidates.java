package net.dotmac.payments.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What some entries may be meant for: accounts and their debts, and by what each is found. Posting keeps the debts up
 * to date.
 */
public final class Candidates {

    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, List<Debt>> debts = new HashMap<>();
    private final Map<String, Quoted> byNumber = new HashMap<>();
    private final Map<String, Set<UUID>> byIban = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();
    private final Map<Long, Set<UUID>> byAmount = new HashMap<>();

    /** An account that may be meant. */
    public record Account(UUID id, String number, String name, UUID customerId, String currency) {}

    /** @param openMinor above 0; due first first in a list */
    public record Debt(UUID invoiceId, long openMinor) {}

    /** @param invoiceId null if the number is the account's */
    public record Quoted(UUID accountId, UUID invoiceId) {}

    public void add(Account account, List<Debt> open) {
        accounts.put(account.id(), account);
        debts.put(account.id(), new ArrayList<>(open));
    }

    public void quoted(String number, Quoted what) {
        byNumber.put(number, what);
    }

    public void payer(String iban, UUID accountId) {
        byIban.computeIfAbsent(iban, key -> new LinkedHashSet<>()).add(accountId);
    }

    public void named(String name, UUID accountId) {
        byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(accountId);
    }

    public void open(long amountMinor, UUID accountId) {
        byAmount.computeIfAbsent(amountMinor, key -> new LinkedHashSet<>()).add(accountId);
    }

    Account account(UUID id) {
        return accounts.get(id);
    }

    /** What is open of an account, due first first. */
    List<Debt> debts(UUID accountId) {
        return debts.getOrDefault(accountId, List.of());
    }

    long totalDue(UUID accountId) {
        return debts(accountId).stream().mapToLong(Debt::openMinor).sum();
    }

    /** What these numbers mean; those that mean nothing are left out. */
    List<Quoted> quoted(Collection<String> numbers) {
        return numbers.stream()
                .filter(byNumber::containsKey)
                .map(byNumber::get)
                .distinct()
                .toList();
    }

    Set<UUID> payers(String iban) {
        return byIban.getOrDefault(iban, Set.of());
    }

    Set<UUID> named(String name) {
        return byName.getOrDefault(name, Set.of());
    }

    Set<UUID> open(long amountMinor) {
        return byAmount.getOrDefault(amountMinor, Set.of());
    }

    /** Takes off what a payment settles: its invoice first, then what is due first. */
    public void paid(MatchPart part) {
        long left = part.amountMinor();
        List<Debt> open = new ArrayList<>(debts(part.accountId()));
        open.sort((a, b) -> Boolean.compare(
                !a.invoiceId().equals(part.invoiceId()), !b.invoiceId().equals(part.invoiceId())));
        List<Debt> rest = new ArrayList<>();
        for (Debt debt : open) {
            long taken = Math.min(left, debt.openMinor());
            left -= taken;
            if (debt.openMinor() > taken) {
                rest.add(new Debt(debt.invoiceId(), debt.openMinor() - taken));
            }
        }
        debts.put(part.accountId(), rest);
    }
}
