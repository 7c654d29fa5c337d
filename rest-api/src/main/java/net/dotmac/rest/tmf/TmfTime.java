package net.dotmac.rest.tmf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.dotmac.kernel.DomainException;

/** Days of ours as times of TM Forum's, which knows no days: a day begins at midnight in the tenant's zone. */
public final class TmfTime {

    private static final int DAY_LENGTH = 10;

    private TmfTime() {}

    /** The start of a day, e.g. {@code 2027-03-01T00:00:00+13:00}; null stays null. */
    public static String of(LocalDate day, ZoneId zone) {
        return day == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        day.atStartOfDay(zone).toOffsetDateTime());
    }

    /**
     * The tenant's day of a time or a day that was sent; null stays null. @throws DomainException naming the attribute
     */
    public static LocalDate day(String text, ZoneId zone, String attribute) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == DAY_LENGTH
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException e) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + text + " for " + attribute + ", expected a time such as 2027-03-01T12:00:00Z.");
        }
    }
}
