package net.dotmac.console.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTransactionDetails;

/** Movements in words. */
final class BankWords {

    private BankWords() {}

    static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    static Badge state(BankTransactionDetails movement) {
        Badge.Tone tone =
                switch (movement.state()) {
                    case "matched" -> Badge.Tone.GOOD;
                    case "open" -> Badge.Tone.WARN;
                    case "parked" -> Badge.Tone.INFO;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("payments.state." + movement.state()), tone);
    }

    /** The account and invoice that are suggested. */
    static String target(BankSuggestion suggestion) {
        return Stream.of(suggestion.accountNumber(), suggestion.accountName(), suggestion.invoiceNumber())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** Why it is suggested. */
    static String reasons(BankSuggestion suggestion) {
        return suggestion.reasons().stream()
                .map(reason -> Words.of("payments.reason." + reason))
                .collect(Collectors.joining(", "));
    }

    /** A text with a quieter one below. */
    static Component twoLines(String first, String second) {
        Span small = new Span(second == null ? "" : second);
        small.addClassName("quiet");
        small.getElement().setAttribute("title", second == null ? "" : second);
        Div both = new Div(new Span(first == null || first.isBlank() ? "–" : first), small);
        both.addClassName("two-lines");
        return both;
    }
}
