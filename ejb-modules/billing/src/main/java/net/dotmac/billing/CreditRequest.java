package net.dotmac.billing;

import java.util.Set;
import net.dotmac.kernel.Money;

/**
 * What to credit of an invoice: everything that is left, some lines, or an amount.
 *
 * @param lines numbers of the lines to credit in full, or null
 * @param amount gross amount to credit, spread over all lines, or null; not together with lines
 * @param reason why, 1 to 500 characters
 */
public record CreditRequest(Set<Integer> lines, Money amount, String reason) {

    public static CreditRequest whole(String reason) {
        return new CreditRequest(null, null, reason);
    }

    public static CreditRequest ofLines(Set<Integer> lines, String reason) {
        return new CreditRequest(Set.copyOf(lines), null, reason);
    }

    public static CreditRequest ofAmount(Money amount, String reason) {
        return new CreditRequest(null, amount, reason);
    }
}
