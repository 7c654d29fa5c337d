package net.dotmac.console.prepaid;

import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.DepositDetails;

/** Deposits in words. */
final class DepositWords {

    private DepositWords() {}

    static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    static Badge state(DepositDetails deposit) {
        Badge.Tone tone =
                switch (deposit.state()) {
                    case "asked", "partlyReceived" -> Badge.Tone.WARN;
                    case "held" -> Badge.Tone.INFO;
                    case "released" -> Badge.Tone.GOOD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("prepaid.deposit.state." + deposit.state()), tone);
    }
}
