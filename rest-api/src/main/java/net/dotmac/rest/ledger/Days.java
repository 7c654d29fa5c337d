package net.dotmac.rest.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import net.dotmac.kernel.DomainException;

/** Days and months as callers write them. */
final class Days {

    private Days() {}

    /** @throws DomainException {@code invalid-value}, naming the attribute, for null too */
    static LocalDate day(String attribute, String text) {
        try {
            if (text != null) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw DomainException.invalid(
                attribute, "Found " + shown(text) + " for " + attribute + ", expected a day such as 2027-03-01.");
    }

    static LocalDate dayOr(String attribute, String text, LocalDate otherwise) {
        return text == null ? otherwise : day(attribute, text);
    }

    /** @throws DomainException {@code invalid-value}, naming the attribute, for null too */
    static YearMonth month(String attribute, String text) {
        try {
            if (text != null) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw DomainException.invalid(
                attribute, "Found " + shown(text) + " for " + attribute + ", expected a month such as 2027-03.");
    }

    private static String shown(String text) {
        return text == null ? "nothing" : text.substring(0, Math.min(30, text.length()));
    }
}
