package net.dotmac.ledger.domain;

import java.math.BigDecimal;
import net.dotmac.kernel.Money;

/**
 * Cells of exported files. A cell that a spreadsheet would compute loses the signs that would make it do so (OWASP,
 * CSV injection).
 */
final class ExportText {

    private ExportText() {}

    /** Without control characters and without a beginning that makes a formula of it, at most so long. */
    static String harmless(String text, int atMost) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").replaceFirst("^[\\s=+@-]+", "");
        return plain.length() <= atMost ? plain : plain.substring(0, atMost);
    }

    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static BigDecimal amount(long minor, String currency) {
        return new Money(minor, currency).amount();
    }
}
