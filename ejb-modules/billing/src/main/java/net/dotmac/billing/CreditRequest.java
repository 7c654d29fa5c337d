package net.dotmac.billing;

import java.util.Set;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * What to credit of an invoice: everything that is left, some lines, or an amount.
 *
 * @param lines numbers of the lines to credit in full, or null
 * @param amount gross amount to credit, spread over all lines, or null; not together with lines
 * @param reason why, 1 to 500 characters
 */
public record CreditRequest(Set<Integer> lines, Money amount, String reason) {

    private static final int REASON_AT_MOST = 500;

    public static CreditRequest whole(String reason) {
        return new CreditRequest(null, null, reason);
    }

    public static CreditRequest ofLines(Set<Integer> lines, String reason) {
        return new CreditRequest(Set.copyOf(lines), null, reason);
    }

    public static CreditRequest ofAmount(Money amount, String reason) {
        return new CreditRequest(null, amount, reason);
    }

    /** @throws DomainException {@code invalid-value} if it can't be a credit of an invoice in this currency */
    void check(String currency) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "A credit note needs a reason of 1 to 500 characters.");
        }
        if (amount != null && lines != null) {
            throw DomainException.invalid("amount", "Name either lines or an amount, not both.");
        }
        if (amount != null && !amount.currency().equals(currency)) {
            throw DomainException.invalid("amount", "Found " + amount + ", and the invoice is in " + currency + ".");
        }
    }
}
