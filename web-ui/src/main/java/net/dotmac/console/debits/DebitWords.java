package net.dotmac.console.debits;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;

/** Direct debits and mandates in words. */
final class DebitWords {

    private DebitWords() {}

    static String euros(long minor) {
        return Formats.money(new Money(minor, "EUR"));
    }

    static Badge batch(String state) {
        Badge.Tone tone =
                switch (state) {
                    case "proposed" -> Badge.Tone.WARN;
                    case "approved" -> Badge.Tone.INFO;
                    case "handedOver" -> Badge.Tone.GOOD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("debits.batch.state." + state), tone);
    }

    static Badge debit(String state) {
        Badge.Tone tone =
                switch (state) {
                    case "planned", "handedOver" -> Badge.Tone.INFO;
                    case "collected" -> Badge.Tone.GOOD;
                    case "rejected", "returned" -> Badge.Tone.BAD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("debits.state." + state), tone);
    }

    static Badge mandate(String state) {
        Badge.Tone tone =
                switch (state) {
                    case "active" -> Badge.Tone.GOOD;
                    case "suspended" -> Badge.Tone.WARN;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("debits.mandate.state." + state), tone);
    }

    /** A reason's code and what it means, where that is known here. */
    static String reason(String code) {
        if (code == null) {
            return null;
        }
        String key = "debits.reason." + code;
        String words = Words.of(key);
        return words.equals(key) ? code : code + " · " + words;
    }
}
