package net.dotmac.payments.domain;

import java.math.BigDecimal;
import java.util.Currency;
import net.dotmac.kernel.Money;

/** Amounts as bank files write them. */
final class StatementAmount {

    /** More than any account turns over, and far from what a bigint holds, so that sums can't overflow. */
    private static final long MOST_MINOR = 1_000_000_000_000_000L;

    private static final int MOST_CHARACTERS = 40;

    private StatementAmount() {}

    /**
     * A decimal number with a point, in minor units.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static long minor(String text, String currency) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the amount is missing.");
        }
        if (text.length() > MOST_CHARACTERS || !text.strip().matches("[+-]?\\d+(\\.\\d*)?")) {
            throw new IllegalArgumentException("found " + shortened(text) + ", expected an amount.");
        }
        BigDecimal amount = new BigDecimal(text.strip());
        BigDecimal minor = amount.movePointRight(Money.decimals(currency));
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    "found " + shortened(text) + ", which has more decimals than " + currency + " knows.");
        }
        if (minor.abs().compareTo(BigDecimal.valueOf(MOST_MINOR)) > 0) {
            throw new IllegalArgumentException("found " + shortened(text) + ", more than any account turns over.");
        }
        return minor.longValueExact();
    }

    /** @throws IllegalArgumentException for what is no currency of ISO 4217 */
    static String currency(String code) {
        if (code == null || !code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("found " + shortened(code) + ", expected a currency such as EUR.");
        }
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(code + " is no currency of ISO 4217.", e);
        }
    }

    static String shortened(String text) {
        if (text == null) {
            return "nothing";
        }
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
