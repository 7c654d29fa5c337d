package net.dotmac.console.cards;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Words;

/** Payments by card in words. */
final class CardWords {

    private CardWords() {}

    static Badge state(String state) {
        Badge.Tone tone =
                switch (state) {
                    case "new", "open" -> Badge.Tone.INFO;
                    case "paid" -> Badge.Tone.GOOD;
                    case "refused" -> Badge.Tone.BAD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("cards.state." + state), tone);
    }
}
