package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.ResourceBundle;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Money;

/** The words and formats of a document in the buyer's language and the seller's country; English where we have no better. */
final class InvoiceWords {

    private static final String BUNDLE = "net.dotmac.billing.domain.invoice";
    private static final int MOST_DECIMALS = 8;

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter dates;
    private final String currency;

    InvoiceWords(String languageTag, String country, String currency) {
        this.locale = locale(languageTag, country);
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                InvoiceWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.currency = currency;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        String pattern = texts.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    String date(LocalDate day) {
        return plainSpaces(dates.format(day));
    }

    /** First and last day; a single day is named once. */
    String period(BillingPeriod period) {
        return period.days() == 1 ? date(period.start()) : date(period.start()) + " – " + date(period.lastDay());
    }

    /** An amount in minor units, without its currency. */
    String amount(long minor) {
        return number(new Money(minor, currency).amount(), Money.decimals(currency), Money.decimals(currency));
    }

    String amountWithCurrency(long minor) {
        return amount(minor) + "\u00a0" + currency;
    }

    String unitPrice(BigDecimal price) {
        return number(price, Money.decimals(currency), MOST_DECIMALS);
    }

    String quantity(BigDecimal quantity) {
        return number(quantity, 0, MOST_DECIMALS);
    }

    String percent(BigDecimal percent) {
        return number(percent, 0, MOST_DECIMALS) + "\u00a0%";
    }

    String country(String code) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    private String number(BigDecimal value, int leastDecimals, int mostDecimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(mostDecimals);
        return plainSpaces(format.format(value));
    }

    /** French groups with a narrow space that many fonts lack. */
    private static String plainSpaces(String text) {
        return text.replace('\u202f', '\u00a0');
    }

    private static Locale locale(String languageTag, String country) {
        String language =
                languageTag == null ? "en" : Locale.forLanguageTag(languageTag).getLanguage();
        try {
            return new Locale.Builder()
                    .setLanguage(language.isEmpty() ? "en" : language)
                    .setRegion(country)
                    .build();
        } catch (IllformedLocaleException e) {
            return Locale.ENGLISH;
        }
    }
}
