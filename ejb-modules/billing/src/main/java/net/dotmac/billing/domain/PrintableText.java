package net.dotmac.billing.domain;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Makes a text ready for paper: Arabic letters joined, what runs from right to left in the order it is drawn, and scripts no font is
 * at hand for (Hangul, Thai, Devanagari) in Latin letters, so that a name stays readable whatever it is written in.
 */
final class PrintableText {

    /** Stands for what has neither a glyph nor a reading, such as an emoji. */
    private static final String UNKNOWN = "\u25a1";

    /** Its rules are compiled when they are first needed, which takes a moment; then it may be shared. */
    private static final class Latin {
        private static final Transliterator FROM_ANY = Transliterator.getInstance("Any-Latin; NFC");
    }

    private PrintableText() {}

    /**
     * @param hasGlyph which characters can be drawn
     * @return the text in the order of drawing, of characters that can be drawn alone
     */
    static String of(String text, IntPredicate hasGlyph) {
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(symbol -> Character.isISOControl(symbol) ? ' ' : symbol)
                .filter(symbol -> Character.getType(symbol) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String readable = readable(clean, hasGlyph);
        char[] characters = readable.toCharArray();
        return java.text.Bidi.requiresBidi(characters, 0, characters.length) ? drawn(readable) : readable;
    }

    /** Stretches of characters without a glyph, each as a whole: a syllable alone would be read otherwise than within its word. */
    private static String readable(String text, IntPredicate hasGlyph) {
        if (text.codePoints().allMatch(hasGlyph)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        text.codePoints().forEach(symbol -> {
            if (hasGlyph.test(symbol)) {
                appendInLatin(shown, foreign, hasGlyph);
                shown.appendCodePoint(symbol);
            } else {
                foreign.appendCodePoint(symbol);
            }
        });
        appendInLatin(shown, foreign, hasGlyph);
        return shown.toString();
    }

    private static void appendInLatin(StringBuilder shown, StringBuilder foreign, IntPredicate hasGlyph) {
        if (!foreign.isEmpty()) {
            Latin.FROM_ANY.transliterate(foreign.toString()).codePoints().forEach(symbol -> {
                if (hasGlyph.test(symbol)) {
                    shown.appendCodePoint(symbol);
                } else if (Character.getType(symbol) != Character.NON_SPACING_MARK) {
                    shown.append(UNKNOWN);
                }
            });
            foreign.setLength(0);
        }
    }

    private static String drawn(String text) {
        try {
            String joined =
                    new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(text);
            return new Bidi(joined, Bidi.LEVEL_DEFAULT_LTR)
                    .writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException("The text can't be joined: " + text, e);
        }
    }
}
