package net.dotmac.kernel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.dotmac.kernel.DomainException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void whatMeansSomethingToLikeIsEscaped() {
        assertEquals("%50\\% o\\_f \\\\%", Patterns.contains("50% O_f \\"));
    }

    @Test
    void refusesWhatIsNoPatternOrHasNoBoundedCost() {
        assertEquals("^a.*b$", Patterns.checked("name", "^a.*b$"));
        assertThrows(DomainException.class, () -> Patterns.checked("name", "(a"));
        assertThrows(DomainException.class, () -> Patterns.checked("name", "(a)\\1"));
        assertThrows(DomainException.class, () -> Patterns.checked("name", "a".repeat(201)));
    }

    @Property
    @Tag("property")
    void anEscapedTextMatchesItselfAlone(@ForAll @CharRange(from = ' ', to = '~') String text) {
        String pattern = Patterns.contains(text);
        assertEquals(text.toLowerCase(Locale.ROOT), unescape(pattern.substring(1, pattern.length() - 1)));
        assertTrue(pattern.startsWith("%") && pattern.endsWith("%"));
    }

    /** Reads a LIKE pattern as PostgreSQL does; a bare wildcard in it would be a text that matches too much. */
    private static String unescape(String pattern) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            assertTrue(c != '%' && c != '_', () -> "bare wildcard in " + pattern);
            plain.append(c == '\\' ? pattern.charAt(++i) : c);
        }
        return plain.toString();
    }
}
