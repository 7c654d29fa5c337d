package net.dotmac.console.payouts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PayoutDetails;

/** Payouts and their files in words. */
final class PayoutWords {

    private PayoutWords() {}

    static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    static String amount(PayoutDetails payout) {
        return money(payout.amountMinor(), payout.currency());
    }

    static String receiver(PayoutDetails payout) {
        return payout.iban() == null ? Words.of("payouts.method.cash") : payout.holderName() + " · " + payout.iban();
    }

    static String day(LocalDate day) {
        return day == null ? "–" : Formats.day(day);
    }

    static Badge state(String state) {
        Badge.Tone tone =
                switch (state) {
                    case "requested" -> Badge.Tone.WARN;
                    case "approved", "handedOver" -> Badge.Tone.INFO;
                    case "paid" -> Badge.Tone.GOOD;
                    case "rejected", "returned" -> Badge.Tone.BAD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("payouts.state." + state), tone);
    }

    static Badge batch(String state) {
        return new Badge(
                Words.of("payouts.batch.state." + state),
                state.equals("handedOver") ? Badge.Tone.INFO : Badge.Tone.NEUTRAL);
    }

    /** A line that leads to a payout. */
    static Div line(PayoutDetails payout) {
        RouterLink link = new RouterLink();
        link.setText(amount(payout));
        link.getElement().setAttribute("href", "payouts/" + payout.id());
        Span reason = new Span(payout.reason());
        reason.addClassName("quiet");
        Div line = new Div(link, state(payout.state()), reason);
        line.addClassName("alarm-line");
        return line;
    }
}
