package net.dotmac.billing.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as XML and the rules of EN 16931 can take them: people type what they like, and no name keeps a document from being made. */
final class EInvoiceText {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private EInvoiceText() {}

    /** Without what XML can't hold, in one line; null for nothing. */
    static String clean(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(symbol -> isXml(symbol) ? symbol : ' ').forEach(clean::appendCodePoint);
        String line = clean.toString().replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    /** An identifier without the spaces, dots and dashes that people put into it; null for nothing. */
    static String compact(String text) {
        String clean = clean(text);
        String compact = clean == null ? "" : clean.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        return compact.isEmpty() ? null : compact;
    }

    /** By its check digits of ISO 13616. */
    static boolean isIban(String compact) {
        if (!IBAN.matcher(compact).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (compact.substring(4) + compact.substring(0, 4))
                .chars()
                .forEach(symbol -> digits.append(Character.digit(symbol, 36)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
    }

    private static boolean isXml(int symbol) {
        boolean isControl = symbol < 0x20 || (symbol >= 0x7F && symbol <= 0x9F);
        boolean isHalf = symbol >= 0xD800 && symbol <= 0xDFFF;
        return !isControl && !isHalf && symbol != 0xFFFE && symbol != 0xFFFF;
    }
}
