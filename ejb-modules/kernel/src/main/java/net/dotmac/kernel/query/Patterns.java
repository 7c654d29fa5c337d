package net.dotmac.kernel.query;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.dotmac.kernel.DomainException;

/** Search texts of callers made safe for the database: bounded, escaped, checked before PostgreSQL sees them. */
public final class Patterns {

    /** Longer patterns serve nobody and cost the database time that grows with their length. */
    static final int MAX_LENGTH = 200;

    private Patterns() {}

    /** The text as a LIKE pattern with escape character backslash that matches it anywhere, in lower case. */
    public static String contains(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }

    /** The pattern itself, if it is a regular expression; back-references are refused, for their cost has no bound. */
    static String checked(String attribute, String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw DomainException.invalid(
                    attribute,
                    "The pattern has " + pattern.length() + " characters, at most " + MAX_LENGTH + " are allowed.");
        }
        if (pattern.matches(".*\\\\[1-9].*")) {
            throw DomainException.invalid(attribute, "Back-references are not supported in a pattern.");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw DomainException.invalid(attribute, "This is no regular expression: " + e.getDescription() + ".");
        }
        return pattern;
    }
}
