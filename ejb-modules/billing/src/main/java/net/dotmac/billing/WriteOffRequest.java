package net.dotmac.billing;

import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * What to give up of a document, or what comes back of it.
 *
 * @param amount gross, more than zero; null for all there is
 * @param taxRelief whether its tax is claimed back from the state; a recovery does as its write-off did
 * @param reason why, 1 to 500 characters
 */
public record WriteOffRequest(Money amount, boolean taxRelief, String reason) {

    private static final int REASON_AT_MOST = 500;

    /** @throws DomainException {@code invalid-value} if it can't be a part of a document in this currency */
    void check(String currency) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "A reason of 1 to 500 characters is needed.");
        }
        if (amount != null && !amount.currency().equals(currency)) {
            throw DomainException.invalid("amount", "Found " + amount + ", and the document is in " + currency + ".");
        }
        if (amount != null && !amount.isPositive()) {
            throw DomainException.invalid("amount", "Found " + amount + ", expected an amount above zero.");
        }
    }
}
