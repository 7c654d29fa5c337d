package net.dotmac.console.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Money;

/** Runs and documents in words. */
public final class BillingWords {

    private BillingWords() {}

    public static String money(long minor, String currency) {
        return Formats.money(new Money(minor, currency));
    }

    static Badge runState(BillingRunDetails run) {
        Badge.Tone tone =
                switch (run.state()) {
                    case "finished" -> Badge.Tone.GOOD;
                    case "failed" -> Badge.Tone.BAD;
                    default -> Badge.Tone.INFO;
                };
        return new Badge(Words.of("billing.run.state." + run.state()), tone);
    }

    static Badge mode(BillingRunDetails run) {
        return new Badge(
                Words.of("billing.run.mode." + run.mode()),
                run.mode().equals("preview") ? Badge.Tone.NEUTRAL : Badge.Tone.INFO);
    }

    static String gross(List<BillingRunDetails.Total> totals) {
        return totals.stream()
                .map(total -> money(total.grossMinor(), total.currency()))
                .collect(Collectors.joining(", "));
    }

    public static Badge invoiceState(InvoiceDetails invoice, LocalDate today) {
        if (invoice.isOverdue(today)) {
            return new Badge(Words.of("billing.invoice.overdue"), Badge.Tone.BAD);
        }
        Badge.Tone tone =
                switch (invoice.state()) {
                    case "settled" -> Badge.Tone.GOOD;
                    case "partiallyPaid" -> Badge.Tone.WARN;
                    default -> Badge.Tone.INFO;
                };
        return new Badge(Words.of("billing.invoice.state." + invoice.state()), tone);
    }

    public static String kind(InvoiceDetails invoice) {
        return Words.of("billing.invoice.kind." + invoice.kind());
    }
}
