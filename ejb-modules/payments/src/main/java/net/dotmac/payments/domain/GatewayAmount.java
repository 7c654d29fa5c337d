package net.dotmac.payments.domain;

import java.util.Locale;
import java.util.Set;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * Amounts as Stripe writes them: in the smallest unit of their currency, with its exceptions: two currencies without decimals
 * are written with two, and those with three end with a nought.
 */
public final class GatewayAmount {

    private static final Set<String> WRITTEN_WITH_TWO = Set.of("ISK", "UGX");
    private static final long HUNDRED = 100;
    private static final int THREE = 3;

    private GatewayAmount() {}

    /**
     * An amount as a gateway is told it.
     *
     * @throws DomainException {@code invalid-value} for one that can't be charged by card
     */
    public static long of(Money amount) {
        if (WRITTEN_WITH_TWO.contains(amount.currency())) {
            return Math.multiplyExact(amount.minor(), HUNDRED);
        }
        if (Money.decimals(amount.currency()) == THREE && amount.minor() % 10 != 0) {
            throw DomainException.invalid(
                    "amount",
                    "Found " + amount + ", and cards are charged in hundredths of " + amount.currency() + ".");
        }
        return amount.minor();
    }

    /**
     * What a gateway tells.
     *
     * @param currency in small letters
     */
    public static Money money(long told, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        return new Money(WRITTEN_WITH_TWO.contains(code) ? told / HUNDRED : told, code);
    }
}
