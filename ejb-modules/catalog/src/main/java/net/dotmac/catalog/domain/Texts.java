package net.dotmac.catalog.domain;

import net.dotmac.kernel.DomainException;

/** Bounds of the catalogue's texts. */
final class Texts {

    static final String ACTIVE = "Active";

    private Texts() {}

    static String required(String attribute, String text, int atMost) {
        if (text == null || text.isBlank()) {
            throw DomainException.invalid(attribute, "The " + attribute + " is missing.");
        }
        return optional(attribute, text, atMost);
    }

    static String optional(String attribute, String text, int atMost) {
        if (text != null && text.length() > atMost) {
            throw DomainException.invalid(
                    attribute,
                    "The " + attribute + " has " + text.length() + " characters, at most " + atMost + " are allowed.");
        }
        return text;
    }

    static String lifecycle(String text) {
        return text == null ? ACTIVE : required("lifecycleStatus", text, 40);
    }
}
