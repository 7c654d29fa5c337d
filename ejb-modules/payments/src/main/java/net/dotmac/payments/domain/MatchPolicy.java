package net.dotmac.payments.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.payments.domain.Candidates.Account;
import net.dotmac.payments.domain.Candidates.Debt;
import net.dotmac.payments.domain.Candidates.Quoted;

/**
 * Decides what money that came in was meant for.
 *
 * <p>It is sure if the payer quotes numbers of one account only and the amount agrees: it is just what the quoted
 * invoices come to, or one open invoice, or all that is open; or an open invoice is quoted and no more is paid than
 * the account owes. The currency has to be the account's. A name, a bank account or an amount alone never makes it
 * sure; they make suggestions, which a person decides on.
 */
public final class MatchPolicy {

    private static final int MOST_SUGGESTIONS = 5;
    private static final int MOST_SCORE = 100;

    private MatchPolicy() {}

    /** What the money is to be posted as without asking anybody; empty if that is not sure. */
    public static List<MatchPart> certain(BankEntry entry, Candidates candidates) {
        long amount = entry.amountMinor();
        if (amount <= 0 || entry.isReversal() || entry.returnReason() != null) {
            return List.of();
        }
        List<Quoted> quoted = candidates.quoted(QuotedNumbers.of(entry));
        Set<UUID> accounts = new LinkedHashSet<>();
        quoted.forEach(each -> accounts.add(each.accountId()));
        if (accounts.size() != 1) {
            return List.of();
        }
        UUID account = accounts.iterator().next();
        if (!isCurrency(candidates.account(account), entry)) {
            return List.of();
        }
        List<Debt> debts = candidates.debts(account);
        List<Debt> meant = debts.stream()
                .filter(debt -> quoted.contains(new Quoted(account, debt.invoiceId())))
                .toList();
        if (!meant.isEmpty() && sum(meant) == amount) {
            return meant.stream()
                    .map(debt -> new MatchPart(account, debt.invoiceId(), debt.openMinor()))
                    .toList();
        }
        List<Debt> alike =
                debts.stream().filter(debt -> debt.openMinor() == amount).toList();
        if (meant.isEmpty() && !alike.isEmpty()) {
            return List.of(new MatchPart(account, alike.get(0).invoiceId(), amount));
        }
        long due = sum(debts);
        if (due > 0 && (amount == due || (!meant.isEmpty() && amount <= due))) {
            return List.of(
                    new MatchPart(account, meant.isEmpty() ? null : meant.get(0).invoiceId(), amount));
        }
        return List.of();
    }

    /** What the money may be meant for, likeliest first, at most five. */
    public static List<MatchSuggestion> suggestions(BankEntry entry, Candidates candidates) {
        if (entry.amountMinor() <= 0) {
            return List.of();
        }
        List<Quoted> quoted = candidates.quoted(QuotedNumbers.of(entry));
        Set<UUID> accounts = new LinkedHashSet<>();
        quoted.forEach(each -> accounts.add(each.accountId()));
        accounts.addAll(candidates.payers(entry.iban()));
        accounts.addAll(candidates.named(entry.name()));
        accounts.addAll(candidates.open(entry.amountMinor()));
        return accounts.stream()
                .filter(account -> isCurrency(candidates.account(account), entry))
                .map(account -> suggestion(entry, account, quoted, candidates))
                .sorted(Comparator.comparingInt(MatchSuggestion::score)
                        .reversed()
                        .thenComparing(
                                each -> candidates.account(each.accountId()).number()))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private static MatchSuggestion suggestion(
            BankEntry entry, UUID account, List<Quoted> quoted, Candidates candidates) {
        List<MatchReason> reasons = new ArrayList<>();
        List<Debt> debts = candidates.debts(account);
        UUID invoice = debts.stream()
                .map(Debt::invoiceId)
                .filter(id -> quoted.contains(new Quoted(account, id)))
                .findFirst()
                .orElse(null);
        if (quoted.stream().anyMatch(each -> each.accountId().equals(account) && each.invoiceId() != null)) {
            reasons.add(MatchReason.INVOICE_NUMBER);
        }
        if (quoted.contains(new Quoted(account, null))) {
            reasons.add(MatchReason.ACCOUNT_NUMBER);
        }
        UUID alike = debts.stream()
                .filter(debt -> debt.openMinor() == entry.amountMinor())
                .map(Debt::invoiceId)
                .findFirst()
                .orElse(null);
        if (alike != null) {
            reasons.add(MatchReason.AMOUNT);
            invoice = invoice == null ? alike : invoice;
        } else if (candidates.totalDue(account) == entry.amountMinor()) {
            reasons.add(MatchReason.TOTAL_DUE);
        }
        if (candidates.payers(entry.iban()).contains(account)) {
            reasons.add(MatchReason.PAID_BEFORE);
        }
        if (candidates.named(entry.name()).contains(account)) {
            reasons.add(MatchReason.NAME);
        }
        int score = reasons.stream().mapToInt(MatchReason::weight).sum();
        return new MatchSuggestion(account, invoice, Math.min(MOST_SCORE, score), reasons);
    }

    private static boolean isCurrency(Account account, BankEntry entry) {
        return account != null && account.currency().equals(entry.currency());
    }

    private static long sum(List<Debt> debts) {
        return debts.stream().mapToLong(Debt::openMinor).sum();
    }
}
