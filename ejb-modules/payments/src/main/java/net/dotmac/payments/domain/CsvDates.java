package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.List;
import net.dotmac.kernel.DomainException;

/** Reads a file's days, all in the same format. */
final class CsvDates {

    private static final List<String> USUAL =
            List.of("uuuu-MM-dd", "d.M.uuuu", "d.M.uu", "d/M/uuuu", "M/d/uuuu", "d-M-uuuu", "uuuu/MM/dd", "uuuuMMdd");

    private final DateTimeFormatter format;
    private final String pattern;

    private CsvDates(String pattern) {
        this.pattern = pattern;
        this.format = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @param given the sender's format, or null to take the one that fits most of the days
     * @throws DomainException {@code invalid-value} for a format that is none, or where 3/4 could be in March or in
     *     April
     */
    static CsvDates of(String given, Collection<String> days) {
        if (given != null) {
            try {
                return new CsvDates(given.replace('y', 'u'));
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid(
                        "dateFormat", "Found " + StatementAmount.shortened(given) + ", expected e.g. dd.MM.yyyy.");
            }
        }
        CsvDates best = new CsvDates(USUAL.get(0));
        long most = 0;
        for (String pattern : USUAL) {
            CsvDates each = new CsvDates(pattern);
            long fits = days.stream().filter(each::fits).count();
            if (fits > most) {
                most = fits;
                best = each;
            }
        }
        boolean isAmbiguous = best.pattern.equals("d/M/uuuu")
                && most == days.stream().filter(new CsvDates("M/d/uuuu")::fits).count();
        if (isAmbiguous) {
            throw DomainException.invalid(
                    "dateFormat",
                    "The days could be read as day/month and as month/day. Say which by dateFormat, e.g. dd/MM/yyyy.");
        }
        return best;
    }

    private boolean fits(String day) {
        try {
            LocalDate.parse(day, format);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    LocalDate day(String text) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "found " + StatementAmount.shortened(text) + ", expected a day as " + pattern.replace('u', 'y')
                            + ".",
                    e);
        }
    }
}
