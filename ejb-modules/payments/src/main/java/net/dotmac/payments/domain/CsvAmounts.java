package net.dotmac.payments.domain;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;

/** Reads a file's amounts, all with the same decimal sign: 1.234,56 or 1,234.56. */
final class CsvAmounts {

    private static final Pattern ENDS_WITH_COMMA = Pattern.compile(".*,\\d{1,2}");
    private static final Pattern ENDS_WITH_POINT = Pattern.compile(".*\\.\\d{1,2}");
    private static final Set<String> DEBIT = Set.of("s", "d", "dr", "dbit", "debit", "soll", "-");
    private static final Set<String> CREDIT = Set.of("h", "c", "cr", "crdt", "credit", "haben", "+");

    private final boolean isComma;

    private CsvAmounts(boolean isComma) {
        this.isComma = isComma;
    }

    /**
     * Recognises the decimal sign from all amounts of a file; where none has decimals, from what separates the columns.
     *
     * @throws DomainException {@code bank-file-refused} if a file has both
     */
    static CsvAmounts of(Collection<String> amounts, char delimiter) {
        boolean commas = amounts.stream()
                .anyMatch(each -> ENDS_WITH_COMMA.matcher(plain(each)).matches());
        boolean points = amounts.stream()
                .anyMatch(each -> ENDS_WITH_POINT.matcher(plain(each)).matches());
        if (commas && points) {
            throw FileFaults.refusal(
                    "Nothing was imported: some amounts have a decimal comma and some a decimal point.");
        }
        return new CsvAmounts(commas || (!points && delimiter == ';'));
    }

    private static String plain(String amount) {
        return amount.replaceAll("[\\s\\u00a0'’]", "").replaceAll("[A-Z€$£]+$", "");
    }

    /**
     * @param side what the column of debits and credits says, or null
     * @throws IllegalArgumentException saying what is wrong
     */
    long minor(String text, String side, String currency) {
        String number = plain(text).replace('−', '-');
        String grouping = isComma ? "." : ",";
        String decimal = isComma ? "," : ".";
        String group = Pattern.quote(grouping);
        String pattern = "[+-]?(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + Pattern.quote(decimal) + "\\d*)?-?";
        if (number.length() > 40 || !number.matches(pattern)) {
            throw new IllegalArgumentException("found " + StatementAmount.shortened(text) + ", expected an amount.");
        }
        String plain = number.replace(grouping, "").replace(decimal, ".");
        if (plain.endsWith("-")) {
            plain = "-" + plain.substring(0, plain.length() - 1);
        }
        long minor = StatementAmount.minor(plain, currency);
        return side == null || side.isBlank()
                ? minor
                : signed(minor, side.strip().toLowerCase(Locale.ROOT));
    }

    private static long signed(long minor, String side) {
        if (!DEBIT.contains(side) && !CREDIT.contains(side)) {
            throw new IllegalArgumentException(
                    "found " + StatementAmount.shortened(side) + ", expected a debit (S, D) or a credit (H, C).");
        }
        return DEBIT.contains(side) ? -Math.abs(minor) : minor;
    }
}
