package net.dotmac.payments.domain;

import java.text.Normalizer;
import java.util.Map;

/**
 * Texts in the characters that every bank of the SEPA schemes passes on (EPC217-08): Latin letters, digits and a few
 * signs. Letters lose their accents, as banks would do it; what has no Latin form becomes a dot.
 */
final class SepaText {

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ä', "ae"),
            Map.entry((int) 'ö', "oe"),
            Map.entry((int) 'ü', "ue"),
            Map.entry((int) 'Ä', "Ae"),
            Map.entry((int) 'Ö', "Oe"),
            Map.entry((int) 'Ü', "Ue"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) '&', "+"),
            Map.entry((int) '_', "-"));

    private SepaText() {}

    /** @param atMost characters; what is longer is cut */
    static String of(String text, int atMost) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(each -> plain.append(plain(each)));
        String line = plain.toString().replaceAll("\\s+", " ").strip();
        String cut = line.length() <= atMost ? line : line.substring(0, atMost).strip();
        return cut.isEmpty() ? "." : cut;
    }

    private static String plain(int letter) {
        if (LETTERS.containsKey(letter)) {
            return LETTERS.get(letter);
        }
        if (isPlain(letter)) {
            return Character.toString(letter);
        }
        if (Character.isWhitespace(letter)) {
            return " ";
        }
        String base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return !base.isEmpty() && base.codePoints().allMatch(SepaText::isPlain) ? base : ".";
    }

    private static boolean isPlain(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "/-?:().,'+ ".indexOf(letter) >= 0;
    }
}
