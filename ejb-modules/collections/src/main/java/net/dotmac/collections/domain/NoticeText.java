package net.dotmac.collections.domain;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.dotmac.kernel.Money;

/**
 * A reminder in the customer's language: what is overdue, how to pay it, and what happens next if it isn't.
 *
 * @param subject one line, without control characters
 * @param body plain, lines parted by line feeds
 */
public record NoticeText(String subject, String body, Locale locale) {

    private static final String BUNDLE = "net.dotmac.collections.domain.notice";

    /**
     * What a reminder says.
     *
     * @param step its number, 1 or more
     * @param debts what is overdue, oldest first
     * @param lateFee what is charged with this step, or null
     * @param isLocked whether this step locks access
     * @param next what the next step does and when: throttle, suspend, terminate, notice or null for none that a customer
     *     is told of
     * @param accountNumber to quote with the payment
     */
    public record Content(
            int step,
            List<Item> debts,
            Money total,
            Money lateFee,
            boolean isLocked,
            String next,
            LocalDate nextOn,
            String accountNumber) {

        public Content {
            debts = List.copyOf(debts);
        }
    }

    /** @param number of the document, or its kind where it has none */
    public record Item(String number, LocalDate dueOn, long openMinor) {}

    /** Who writes to whom; null where unknown. */
    public record Correspondents(
            String customer, String language, String seller, String country, String bankAccount, String contact) {}

    public static NoticeText of(Content content, Correspondents people) {
        Locale locale = locale(people.language(), people.country());
        ResourceBundle texts = texts(locale);
        String seller = oneLine(people.seller());
        String subject =
                say(texts, locale, content.step() == 1 ? "subject.first" : "subject", seller, content.accountNumber());
        StringBuilder body = new StringBuilder();
        body.append(say(texts, locale, "greeting", oneLine(people.customer()))).append("\n\n");
        body.append(texts.getString(content.step() == 1 ? "open.first" : "open")).append("\n\n");
        for (Item item : content.debts()) {
            body.append(say(
                            texts,
                            locale,
                            "item",
                            item.number(),
                            date(item.dueOn(), locale),
                            money(new Money(item.openMinor(), content.total().currency()), locale)))
                    .append('\n');
        }
        body.append(say(texts, locale, "total", money(content.total(), locale))).append("\n\n");
        if (content.lateFee() != null) {
            body.append(say(texts, locale, "lateFee", money(content.lateFee(), locale)))
                    .append("\n\n");
        }
        if (content.isLocked()) {
            body.append(texts.getString("locked")).append("\n\n");
        }
        if (content.next() != null) {
            body.append(say(texts, locale, "next." + content.next(), date(content.nextOn(), locale)))
                    .append("\n\n");
        }
        if (people.bankAccount() != null && !people.bankAccount().isBlank()) {
            body.append(say(texts, locale, "bank", oneLine(people.bankAccount()))).append('\n');
        }
        body.append(say(texts, locale, "reference", content.accountNumber())).append("\n\n");
        body.append(texts.getString("crossed")).append("\n\n");
        body.append(texts.getString("closing")).append('\n').append(seller).append('\n');
        if (people.contact() != null && !people.contact().isBlank()) {
            body.append(oneLine(people.contact())).append('\n');
        }
        return new NoticeText(subject, body.toString(), locale);
    }

    public static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                NoticeText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The customer's language with the seller's country; English where we have no better. */
    public static Locale locale(String languageTag, String country) {
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

    private static String say(ResourceBundle texts, Locale locale, String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    private static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day)
                .replace('\u202f', '\u00a0');
    }

    private static String money(Money amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Money.decimals(amount.currency()));
        format.setMaximumFractionDigits(Money.decimals(amount.currency()));
        return format.format(amount.amount()).replace('\u202f', '\u00a0') + "\u00a0" + amount.currency();
    }

    /** A name that carried a line feed could otherwise begin a header of its own. */
    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
