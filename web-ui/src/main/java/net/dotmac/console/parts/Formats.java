package net.dotmac.console.parts;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;

/** Amounts, days and times as the person reads them: in his language and his tenant's zone. */
public final class Formats {

    private Formats() {}

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    private static ZoneId zone() {
        return Person.signedIn().zone();
    }

    /** "1,234.50 EUR" in the person's number format: the code says more than a symbol that five countries share. */
    public static String money(Money amount) {
        return number(amount.amount(), Money.decimals(amount.currency())) + "\u00a0" + amount.currency();
    }

    /** A unit price with as many decimals as it needs, at least those of its currency. */
    public static String price(BigDecimal value, String currency) {
        int decimals = Math.max(
                Currency.getInstance(currency).getDefaultFractionDigits(),
                value.stripTrailingZeros().scale());
        return number(value, decimals) + "\u00a0" + currency;
    }

    public static String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    public static String count(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    public static String day(LocalDate day) {
        return day == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(day);
    }

    /** The day of an instant in the tenant's zone. */
    public static String dayOf(Instant instant) {
        return instant == null ? "–" : day(LocalDate.ofInstant(instant, zone()));
    }

    public static String time(Instant instant) {
        return instant == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(instant.atZone(zone()));
    }

    /** What the tenant's clocks show at an instant, counted as if they showed UTC: milliseconds since 1970, for charts. */
    public static long wallClockMillis(Instant instant) {
        return instant.atZone(zone())
                .toLocalDateTime()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    /** A month in few letters, for the axis of a chart. */
    public static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale()).format(month);
    }
}
