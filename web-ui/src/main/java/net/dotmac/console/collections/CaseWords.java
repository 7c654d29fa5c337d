package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.collections.CaseDetails;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;

/** Cases in words. */
final class CaseWords {

    private CaseWords() {}

    static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    /** Whether everything is all right, in a line. */
    static Component[] badges(CaseDetails about) {
        List<Component> badges = new ArrayList<>();
        badges.add(state(about));
        if (about.isOpen() && !about.access().equals("free")) {
            badges.add(access(about));
        }
        if (about.forTermination()) {
            badges.add(new Badge(Words.of("collections.forTermination"), Badge.Tone.BAD));
        }
        if (about.inFlightMinor() > 0) {
            badges.add(new Badge(
                    Words.of("collections.inFlight.of", money(about.inFlightMinor(), about.currency())),
                    Badge.Tone.INFO));
        }
        if (about.problem() != null) {
            badges.add(new Badge(Words.of("collections.problem"), Badge.Tone.BAD));
        }
        return badges.toArray(Component[]::new);
    }

    static Badge state(CaseDetails about) {
        if (!about.isOpen()) {
            return new Badge(Words.of("collections.state.closed"), Badge.Tone.GOOD);
        }
        if (about.shield() != null) {
            return new Badge(Words.of("collections.shield." + about.shield()), Badge.Tone.INFO);
        }
        return new Badge(
                about.step() == 0 ? Words.of("collections.step.none") : Words.of("collections.step.at", about.step()),
                Badge.Tone.WARN);
    }

    static Badge access(CaseDetails about) {
        Badge.Tone tone =
                switch (about.access()) {
                    case "suspended" -> Badge.Tone.BAD;
                    case "throttled" -> Badge.Tone.WARN;
                    case "granted" -> Badge.Tone.INFO;
                    default -> Badge.Tone.GOOD;
                };
        String words = about.access().equals("granted")
                ? Words.of("collections.access.granted", Formats.time(about.grantedUntil()))
                : Words.of("collections.access." + about.access());
        return new Badge(words, tone);
    }

    /** What happens next and when. */
    static String next(CaseDetails about) {
        if (!about.isOpen()) {
            return Words.of("collections.next.closed", Formats.day(about.closedOn()));
        }
        if (about.problem() != null) {
            return about.problem();
        }
        if (about.shield() != null) {
            return about.shieldUntil() == null
                    ? Words.of("collections.next.shielded")
                    : Words.of("collections.next.shielded.until", Formats.day(about.shieldUntil()));
        }
        if (about.nextStep() == null || about.nextStep() == 0) {
            return Words.of("collections.next.none");
        }
        return Words.of("collections.next.step", about.nextStep(), Formats.day(about.nextOn()));
    }
}
