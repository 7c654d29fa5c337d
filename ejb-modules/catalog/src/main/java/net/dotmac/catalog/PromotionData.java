package net.dotmac.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.dotmac.kernel.DomainException;

/**
 * What a promotion gives to whoever names its code.
 *
 * @param code 3 to 40 letters, digits and hyphens; upper and lower case are the same
 * @param name what invoices say, 1 to 200 characters
 * @param kind {@code percent} or {@code amount}
 * @param value percent off every price, up to 100, or an amount off each whole period; more than 0
 * @param currency ISO 4217, of an amount only
 * @param periods for how many periods of each price, 1 to 1,200, or null for as long as the product lasts
 * @param validFrom first day on which an order may name it
 * @param validTo last day, or null for no end
 * @param usesAtMost how many times altogether, or null for any number
 * @param eachAtMost how many times by one customer, 1 or more
 * @param offerings for which it is good; empty for all
 */
public record PromotionData(
        String code,
        String name,
        String kind,
        BigDecimal value,
        String currency,
        Integer periods,
        LocalDate validFrom,
        LocalDate validTo,
        Integer usesAtMost,
        int eachAtMost,
        List<UUID> offerings) {

    public static final String PERCENT = "percent";
    public static final String AMOUNT = "amount";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERIODS_AT_MOST = 1200;

    public PromotionData {
        code = code == null ? null : plain(code);
        offerings = offerings == null ? List.of() : List.copyOf(offerings);
    }

    /** A code as it is kept, however it was typed. */
    public static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether nothing is left to pay. */
    public boolean isFree() {
        return PERCENT.equals(kind) && value.compareTo(HUNDRED) >= 0;
    }

    /** @throws DomainException {@code invalid-value} naming the attribute */
    void check() {
        require(
                code != null && code.matches("[A-Z0-9][A-Z0-9-]{2,39}"),
                "code",
                "Found the code " + code + ", expected 3 to 40 letters, digits and hyphens, as in SPRING-26.");
        require(name != null && !name.isBlank() && name.length() <= 200, "name", "A name has 1 to 200 characters.");
        require(PERCENT.equals(kind) || AMOUNT.equals(kind), "kind", "Found " + kind + ", expected percent or amount.");
        require(
                value != null && value.signum() > 0 && value.scale() <= 8 && value.precision() - value.scale() <= 12,
                "value",
                "Found " + value + ", expected a number above 0 with at most 8 decimals.");
        if (kind.equals(PERCENT)) {
            require(value.compareTo(HUNDRED) <= 0, "value", "Found " + value + " %, expected up to 100.");
            require(currency == null, "currency", "A percentage has no currency.");
        } else {
            require(
                    isCurrency(currency),
                    "currency",
                    "An amount needs its currency, as in EUR; found " + currency + ".");
        }
        require(
                periods == null || periods >= 1 && periods <= PERIODS_AT_MOST,
                "periods",
                "Found " + periods + " periods, expected 1 to " + PERIODS_AT_MOST + ".");
        require(!isFree() || periods != null, "periods", "What is given away has an end: say for how many periods.");
        require(validFrom != null, "validFrom", "A promotion needs the first day on which it may be used.");
        require(
                validTo == null || !validTo.isBefore(validFrom),
                "validTo",
                "The last day " + validTo + " is before the first, " + validFrom + ".");
        require(usesAtMost == null || usesAtMost > 0, "usesAtMost", "Expected 1 or more uses, or none for any number.");
        require(eachAtMost > 0, "eachAtMost", "Expected 1 or more uses for each customer.");
    }

    private static boolean isCurrency(String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static void require(boolean isRight, String attribute, String message) {
        if (!isRight) {
            throw DomainException.invalid(attribute, message);
        }
    }
}
