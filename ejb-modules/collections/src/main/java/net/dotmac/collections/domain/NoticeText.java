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
        Writer writer = new Writer(locale(people.language(), people.country()));
        String seller = oneLine(people.seller());
        boolean isFirst = content.step() == 1;
        String subject = writer.say(isFirst ? "subject.first" : "subject", seller, content.accountNumber());
        writer.line(writer.say("greeting", oneLine(people.customer()))).line("");
        writer.line(writer.say(isFirst ? "open.first" : "open")).line("");
        writer.debts(content);
        if (content.lateFee() != null) {
            writer.line(writer.say("lateFee", writer.money(content.lateFee()))).line("");
        }
        if (content.isLocked()) {
            writer.line(writer.say("locked")).line("");
        }
        if (content.next() != null) {
            writer.line(writer.say("next." + content.next(), writer.date(content.nextOn())))
                    .line("");
        }
        if (people.bankAccount() != null && !people.bankAccount().isBlank()) {
            writer.line(writer.say("bank", oneLine(people.bankAccount())));
        }
        writer.line(writer.say("reference", content.accountNumber())).line("");
        writer.line(writer.say("crossed")).line("");
        writer.line(writer.say("closing")).line(seller);
        if (people.contact() != null && !people.contact().isBlank()) {
            writer.line(oneLine(people.contact()));
        }
        return new NoticeText(subject, writer.body.toString(), writer.locale);
    }

    /** Writes line by line in one language. */
    private static final class Writer {

        private final StringBuilder body = new StringBuilder();
        private final Locale locale;
        private final ResourceBundle texts;

        Writer(Locale locale) {
            this.locale = locale;
            this.texts = texts(locale);
        }

        Writer line(String text) {
            body.append(text).append('\n');
            return this;
        }

        void debts(Content content) {
            String currency = content.total().currency();
            for (Item item : content.debts()) {
                line(say("item", item.number(), date(item.dueOn()), money(new Money(item.openMinor(), currency))));
            }
            line(say("total", money(content.total()))).line("");
        }

        String say(String key, Object... values) {
            return new MessageFormat(texts.getString(key), locale).format(values);
        }

        String date(LocalDate day) {
            return plainSpaces(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day));
        }

        String money(Money amount) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(Money.decimals(amount.currency()));
            format.setMaximumFractionDigits(Money.decimals(amount.currency()));
            return plainSpaces(format.format(amount.amount())) + "\u00a0" + amount.currency();
        }

        /** French groups with a narrow space that many fonts lack. */
        private static String plainSpaces(String text) {
            return text.replace('\u202f', '\u00a0');
        }
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

    /** A name that carried a line feed could otherwise begin a header of its own. */
    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
