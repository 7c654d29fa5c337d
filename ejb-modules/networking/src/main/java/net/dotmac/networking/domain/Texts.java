package net.dotmac.networking.domain;

import net.dotmac.kernel.DomainException;

/** Checks texts that people enter. */
final class Texts {

    private Texts() {}

    static String required(String attribute, String text, int max) {
        String stripped = optional(attribute, text, max);
        if (stripped == null) {
            throw DomainException.invalid(attribute, "The " + attribute + " is missing.");
        }
        return stripped;
    }

    static String optional(String attribute, String text, int max) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > max) {
            throw DomainException.invalid(
                    attribute,
                    "The " + attribute + " has " + stripped.length() + " characters, at most " + max + " are allowed.");
        }
        return stripped;
    }

    /** A device's word, cut to what fits and never empty. */
    static String cut(String text, int max, String instead) {
        String kept = text == null
                ? ""
                : text.substring(0, Math.min(text.length(), max)).strip();
        return kept.isEmpty() ? instead : kept;
    }
}
