package net.dotmac.payments.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of invoices and accounts that a payer's text may quote. People write INV-00000042 as "inv 00000042",
 * "INV00000042" or "Rg. INV–00000042/Kd 7", and banks break lines within; so every few pieces of the text that follow
 * each other are put together in the ways numbers are spelled. Whether there is such a number, billing knows.
 */
public final class QuotedNumbers {

    private static final Pattern PIECE = Pattern.compile("[A-Z]+|\\d+");
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d{2}(.{1,21})");
    private static final List<String> JOINTS = List.of("-", "", "/");
    private static final int MOST_PIECES = 4;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int MOST = 400;

    private QuotedNumbers() {}

    /** Every spelling that an entry's texts allow, in capitals. */
    public static Set<String> of(BankEntry entry) {
        Set<String> numbers = new LinkedHashSet<>();
        if (entry.structuredReference() != null) {
            String reference = entry.structuredReference().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            Matcher creditor = CREDITOR_REFERENCE.matcher(reference);
            collect(creditor.matches() ? creditor.group(1) : reference, numbers);
        }
        collect(entry.remittance(), numbers);
        if (entry.endToEndId() != null) {
            collect(entry.endToEndId(), numbers);
        }
        return numbers;
    }

    private static void collect(String written, Set<String> numbers) {
        String text = written.toUpperCase(Locale.ROOT);
        List<int[]> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(new int[] {matcher.start(), matcher.end()});
        }
        for (int first = 0; first < pieces.size(); first++) {
            boolean hasDigits = false;
            for (int last = first; last < Math.min(pieces.size(), first + MOST_PIECES); last++) {
                if (numbers.size() >= MOST) {
                    return;
                }
                hasDigits |= Character.isDigit(text.charAt(pieces.get(last)[0]));
                if (!hasDigits) {
                    continue;
                }
                add(text.substring(pieces.get(first)[0], pieces.get(last)[1]), numbers);
                List<String> parts = pieces.subList(first, last + 1).stream()
                        .map(each -> text.substring(each[0], each[1]))
                        .toList();
                JOINTS.forEach(joint -> add(String.join(joint, parts), numbers));
                if (parts.size() > 2) {
                    // A number that the bank's line end broke: INV-0000 0042.
                    add(parts.get(0) + "-" + String.join("", parts.subList(1, parts.size())), numbers);
                }
            }
        }
    }

    private static void add(String number, Set<String> numbers) {
        if (number.length() >= SHORTEST && number.length() <= LONGEST) {
            numbers.add(number);
        }
    }
}
