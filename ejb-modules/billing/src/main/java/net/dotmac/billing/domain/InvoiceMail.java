package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.dotmac.customers.BillTo;
import net.dotmac.platform.Seller;

/**
 * Subject and text of the mail that brings a document, in the buyer's language.
 *
 * @param subject one line, without control characters
 * @param text plain, lines parted by line feeds
 */
public record InvoiceMail(String subject, String text, Locale language) {

    /**
     * What the mail says of the document.
     *
     * @param openMinor what is still to be paid, minor units
     */
    public record Summary(
            DocumentKind kind, String number, LocalDate issuedOn, LocalDate dueOn, String currency, long openMinor) {}

    public static InvoiceMail of(Summary document, Seller seller, BillTo buyer) {
        InvoiceWords words = new InvoiceWords(buyer.language(), seller.country(), document.currency());
        boolean isDemand = document.kind().isDemand();
        String subject = words.text(subjectKey(document.kind()), document.number(), oneLine(seller.legalName()));
        StringBuilder text = new StringBuilder(words.text("mailGreeting", oneLine(buyer.name())))
                .append("\n\n")
                .append(words.text(
                        subjectKey(document.kind()) + "Text", document.number(), words.date(document.issuedOn())))
                .append('\n');
        if (isDemand && document.openMinor() > 0) {
            text.append(words.text("pay", words.amountWithCurrency(document.openMinor()), words.date(document.dueOn())))
                    .append('\n');
            if (seller.bankAccount() != null) {
                text.append(words.text("bank"))
                        .append(": ")
                        .append(seller.bankAccount())
                        .append('\n');
            }
            text.append(words.text("reference"))
                    .append(": ")
                    .append(document.number())
                    .append('\n');
        } else if (isDemand) {
            text.append(words.text("nothingToPay")).append('\n');
        }
        text.append('\n').append(words.text("mailClosing")).append('\n').append(signature(seller));
        return new InvoiceMail(subject, text.toString(), words.locale());
    }

    private static String subjectKey(DocumentKind kind) {
        return switch (kind) {
            case INVOICE -> "mailInvoice";
            case CREDIT_NOTE -> "mailCreditNote";
            case DEBIT_NOTE -> "mailDebitNote";
        };
    }

    private static String signature(Seller seller) {
        StringBuilder lines = new StringBuilder();
        String town = (text(seller.postcode()) + " " + text(seller.city())).trim();
        for (String line : List.of(
                text(seller.legalName()), text(seller.street()), town, text(seller.email()), text(seller.phone()))) {
            if (!line.isBlank()) {
                lines.append(oneLine(line)).append('\n');
            }
        }
        return lines.toString();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** A name that carried a line feed could otherwise begin a header of its own. */
    public static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
