package net.dotmac.billing;

import net.dotmac.billing.domain.LineKind;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * One thing that a debit note asks for.
 *
 * @param kind {@code fee} for a service, with VAT; {@code lateFee} or {@code damages} for what pays for no supply and is outside VAT
 * @param description what the document says, 1 to 200 characters
 * @param amount more than zero, in the account's currency
 * @param taxCategory of a fee, as prices name theirs; null for the others
 * @param taxIncluded whether the amount has the tax inside
 */
public record DebitLine(String kind, String description, Money amount, String taxCategory, boolean taxIncluded) {

    private static final int DESCRIPTION_AT_MOST = 200;

    /** A late fee, outside VAT. */
    public static DebitLine lateFee(String description, Money amount) {
        return new DebitLine(LineKind.LATE_FEE.wire(), description, amount, null, false);
    }

    /** A service that is charged by itself. */
    public static DebitLine fee(String description, Money amount, String taxCategory, boolean taxIncluded) {
        return new DebitLine(LineKind.FEE.wire(), description, amount, taxCategory, taxIncluded);
    }

    /** @throws DomainException {@code invalid-value} if no document in this currency can have it */
    void check(String currency) {
        if (!kindOf().isOutsideVat() && kindOf() != LineKind.FEE) {
            throw unknownKind();
        }
        if (description == null || description.isBlank() || description.length() > DESCRIPTION_AT_MOST) {
            throw DomainException.invalid(
                    "description", "A line needs a description of 1 to " + DESCRIPTION_AT_MOST + " characters.");
        }
        if (amount == null || !amount.isPositive()) {
            throw DomainException.invalid(
                    "amount",
                    "Found " + amount + ", and a debit note asks for more than zero. To give, issue a credit.");
        }
        if (!amount.currency().equals(currency)) {
            throw DomainException.invalid("amount", "Found " + amount + ", and the account is in " + currency + ".");
        }
        if (kindOf().isOutsideVat() && taxCategory != null) {
            throw DomainException.invalid(
                    "taxCategory", "Found " + taxCategory + ", and a " + kind + " is outside VAT: it has no category.");
        }
        if (kindOf() == LineKind.FEE && taxCategory == null) {
            throw DomainException.invalid("taxCategory", "A fee needs its tax category, e.g. standard.");
        }
    }

    LineKind kindOf() {
        try {
            return LineKind.ofWire(kind);
        } catch (IllegalArgumentException e) {
            throw unknownKind();
        }
    }

    private DomainException unknownKind() {
        return DomainException.invalid("kind", "Found " + kind + ", expected fee, lateFee or damages.");
    }
}
