package net.dotmac.rest.v1;

import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;

/** Reads amounts of requests; one with more decimals than its currency has is refused, not rounded. */
final class MoneyForm {

    private MoneyForm() {}

    static Money required(TmfMoney amount) {
        if (amount == null) {
            throw DomainException.invalid("amount", "The amount is missing: {\"unit\":\"EUR\",\"value\":5.00}.");
        }
        return optional(amount);
    }

    /** The amount, or null if none was sent. */
    static Money optional(TmfMoney amount) {
        if (amount == null) {
            return null;
        }
        if (amount.unit() == null || amount.value() == null) {
            throw DomainException.invalid(
                    "amount", "An amount has a unit and a value: {\"unit\":\"EUR\",\"value\":5.00}.");
        }
        Money money;
        try {
            money = Money.of(amount.value(), amount.unit());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DomainException.invalid("amount", "The unit is no currency, or the value is too large.");
        }
        if (money.amount().compareTo(amount.value()) != 0) {
            throw DomainException.invalid("amount", "The value has more decimals than " + amount.unit() + " has.");
        }
        return money;
    }
}
