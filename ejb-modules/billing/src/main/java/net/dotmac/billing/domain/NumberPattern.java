package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;

/**
 * How a series writes its numbers: text around one group of zeros, which is the least count of digits, and possibly a year.
 * {@code RE{yyyy}-{000000}} writes RE2027-000042; with yyyy or yy in braces the count starts anew each year.
 */
public final class NumberPattern {

    private static final Pattern FORM = Pattern.compile(
            "(?<before>(?:[A-Za-z0-9._-]|\\{yyyy\\}|\\{yy\\})*)\\{(?<zeros>0{1,12})\\}(?<after>[A-Za-z0-9._-]{0,10})");
    private static final int LONGEST = 40;

    private final String text;
    private final String before;
    private final String after;
    private final int digits;

    private NumberPattern(String text, Matcher form) {
        this.text = text;
        this.before = form.group("before");
        this.after = form.group("after");
        this.digits = form.group("zeros").length();
    }

    /** @throws DomainException {@code invalid-value} for what is no pattern */
    public static NumberPattern of(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text.strip());
        boolean hasTwoYears = text != null && text.split("\\{y", -1).length > 2;
        if (!form.matches() || hasTwoYears || text.strip().length() > LONGEST || isDigitBeforeCount(form)) {
            throw DomainException.invalid(
                    "pattern",
                    "Found " + text
                            + ", expected letters, digits, dots and dashes, at most one {yyyy} or {yy}, and then the "
                            + "digits of the count, not right after another digit: for example RE{yyyy}-{000000}.");
        }
        return new NumberPattern(text.strip(), form);
    }

    /** R1{00} would write R1100 for number 100 of one count, and R11{00} for number 0 of another. */
    private static boolean isDigitBeforeCount(Matcher form) {
        return form.group("before").matches(".*(?:[0-9]|\\{yy(?:yy)?\\})")
                || form.group("after").matches("[0-9].*");
    }

    public boolean hasYear() {
        return before.contains("{yy");
    }

    /** The count that a document of this day belongs to: its year, or 0 for the count that never ends. */
    public int countOf(LocalDate day) {
        return hasYear() ? day.getYear() : 0;
    }

    /** What stands before the digits. @param year as of {@link #countOf}; read where the pattern has one */
    public String prefix(int year) {
        String four = String.format("%04d", year);
        return before.replace("{yyyy}", four).replace("{yy}", four.substring(2));
    }

    public String suffix() {
        return after;
    }

    /** The least digits of the count. */
    public int digits() {
        return digits;
    }

    /** A number as documents show it. */
    public String number(int year, long sequence) {
        String count = Long.toString(sequence);
        return prefix(year) + "0".repeat(Math.max(0, digits - count.length())) + count + after;
    }

    /** Whether this pattern may come to a number, now or in another year. */
    public boolean couldWrite(String number) {
        String years = Pattern.quote(before).replace("{yyyy}", "\\E[0-9]{4}\\Q").replace("{yy}", "\\E[0-9]{2}\\Q");
        return number.matches(years + "[0-9]{" + digits + ",}" + Pattern.quote(after));
    }

    @Override
    public String toString() {
        return text;
    }
}
