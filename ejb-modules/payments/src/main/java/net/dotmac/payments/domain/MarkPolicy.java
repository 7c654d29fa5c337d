package net.dotmac.payments.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells movements apart, and the same movement again in another file. A movement's mark is the bank's reference with
 * its day and amount, or where the bank gives none, a hash of all it consists of. Two that are alike in one statement
 * are two movements, so the mark counts them: the second is {@code …#2}, in this file as in any other that has both.
 */
public final class MarkPolicy {

    private MarkPolicy() {}

    /** The marks of a statement's entries, in their order. */
    public static List<String> marks(List<BankEntry> entries) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> marks = new ArrayList<>();
        for (BankEntry entry : entries) {
            String mark = mark(entry);
            int count = seen.merge(mark, 1, Integer::sum);
            marks.add(count == 1 ? mark : mark + "#" + count);
        }
        return marks;
    }

    /** A hash of what a statement says, whatever its file looks like. */
    public static String contentHash(BankFileStatement statement) {
        StringBuilder content = new StringBuilder(statement.account())
                .append('|')
                .append(statement.openingMinor())
                .append('|')
                .append(statement.closingMinor());
        marks(statement.entries()).forEach(mark -> content.append('\n').append(mark));
        return sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String mark(BankEntry entry) {
        String what = entry.bookedOn() + ":" + entry.amountMinor();
        if (entry.bankReference() != null) {
            return "ref:" + what + ":" + entry.bankReference();
        }
        String all = String.join(
                "|",
                entry.currency(),
                String.valueOf(entry.endToEndId()),
                String.valueOf(entry.structuredReference()),
                plain(entry.remittance()),
                plain(entry.name()),
                plain(entry.iban()));
        return "sum:" + what + ":" + sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Banks break lines and pad texts as they like. */
    private static String plain(String text) {
        return text == null ? "" : text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
