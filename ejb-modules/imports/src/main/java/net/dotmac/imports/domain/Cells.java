package net.dotmac.imports.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.Currency;
import net.dotmac.imports.domain.Faults.Reason;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.csv.CsvRow;

/**
 * The cells of one row as values; what is none becomes a fault and null, so that all faults of the row are found. A number has a
 * point or a comma before its decimals and nothing between its thousands; a day is written 2027-03-31 or 31.03.2027.
 */
public final class Cells {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DOTTED =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final CsvRow row;
    private final Faults faults;
    private boolean isSound = true;

    public Cells(CsvRow row, Faults faults) {
        this.row = row;
        this.faults = faults;
        if (!row.isWhole()) {
            fault(null, row.size() + " cells", Reason.MALFORMED, "As many cells as the first line names columns.");
        }
    }

    /** Whether nothing is wrong with what was asked for so far. */
    public boolean isSound() {
        return isSound;
    }

    public int line() {
        return row.line();
    }

    /** The cell, or null if it is empty. */
    public String text(String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            fault(column, text, Reason.MALFORMED, "A text in one line, without control characters.");
            return null;
        }
        return text;
    }

    /** The cell; a fault if it is empty. */
    public String required(String column) {
        if (row.get(column).isEmpty()) {
            fault(column, "", Reason.MISSING, "This must not be empty.");
            return null;
        }
        return text(column);
    }

    /** The cell, one of some words. @param usual what an empty cell means; null if it must not be empty */
    public String word(String column, Collection<String> known, String usual) {
        String text = usual == null ? required(column) : text(column);
        if (text == null) {
            return usual;
        }
        for (String each : known) {
            if (each.equalsIgnoreCase(text)) {
                return each;
            }
        }
        fault(column, text, Reason.MALFORMED, "One of " + String.join(", ", known) + ".");
        return null;
    }

    /** The cell as a whole number of at most three digits. @param usual what an empty cell means; null if it must not be empty */
    public Integer count(String column, Integer usual) {
        String text = usual == null ? required(column) : text(column);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,3}")) {
            fault(column, text, Reason.MALFORMED, "A whole number such as 14.");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** The cell as a day. @param usual what an empty cell means; null if it must not be empty */
    public LocalDate day(String column, LocalDate usual) {
        String text = usual == null ? required(column) : text(column);
        if (text == null) {
            return usual;
        }
        try {
            LocalDate day = LocalDate.parse(text, text.indexOf('.') > 0 ? DOTTED : ISO);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below, as a day too far away is.
        }
        fault(column, text, Reason.MALFORMED, "A day from 1900 to 2199 such as 2027-03-31 or 31.03.2027.");
        return null;
    }

    /** The cell as a currency of ISO 4217. @param usual what an empty cell means */
    public String currency(String column, String usual) {
        String text = text(column);
        if (text == null) {
            return usual;
        }
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            fault(column, text, Reason.MALFORMED, "A currency of ISO 4217 such as EUR.");
            return null;
        }
    }

    /** The cell as an amount above zero. @param currency of it, or null if that is a fault already */
    public Money amount(String column, String currency) {
        String text = required(column);
        if (text == null || currency == null) {
            return null;
        }
        int decimals = Money.decimals(currency);
        if (text.matches("[0-9]{1,12}([.,][0-9]{1," + Math.max(1, decimals) + "})?")
                && (decimals > 0 || text.matches("[0-9]+"))) {
            Money amount = Money.of(new BigDecimal(text.replace(',', '.')), currency);
            if (amount.isPositive()) {
                return amount;
            }
        }
        fault(
                column,
                text,
                Reason.MALFORMED,
                "An amount above zero with at most " + decimals + " decimals, no sign, and nothing between thousands.");
        return null;
    }

    public void fault(String column, String found, Reason reason, String expected) {
        isSound = false;
        faults.add(row.line(), column, found, reason, expected);
    }

    /** A fault of the cell in a column. */
    public void fault(String column, Reason reason, String expected) {
        fault(column, column == null ? "" : row.get(column), reason, expected);
    }
}
