package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.WriteOffService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;

/** What was given up of a document, and what came back of it. */
class WriteOffPanel extends Panel {

    private static final long serialVersionUID = 1L;

    /** @param done after something came back */
    WriteOffPanel(WriteOffService writeOffs, List<WriteOffDetails> made, Runnable done) {
        super(Words.of("billing.writeOffs"));
        UnorderedList list = new UnorderedList();
        list.addClassName("timeline");
        for (WriteOffDetails each : made) {
            Span time = new Span(Formats.day(each.bookedOn()));
            time.addClassName("timeline-time");
            Span actor = new Span(each.madeBy());
            actor.addClassName("quiet");
            Span what = new Span(badge(each), new Span(" " + words(each)));
            if (!each.isRecovery() && each.leftMinor() > 0 && Person.signedIn().may("invoice.writeOff")) {
                Button recover = new Button(Words.of("billing.recovery"), click -> new WriteOffDialog(
                                each.reference(),
                                new Money(each.leftMinor(), each.currency()),
                                true,
                                request -> writeOffs.recover(each.id(), request),
                                done)
                        .open());
                recover.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                what.add(recover);
            }
            list.add(new ListItem(time, what, actor));
        }
        add(list);
    }

    private static Badge badge(WriteOffDetails made) {
        return made.isRecovery()
                ? new Badge(Words.of("billing.recovery.badge"), Badge.Tone.GOOD)
                : new Badge(Words.of("billing.writeOff.badge"), Badge.Tone.WARN);
    }

    private static String words(WriteOffDetails made) {
        String amount = BillingWords.money(made.amountMinor(), made.currency());
        String tax = BillingWords.money(made.taxMinor(), made.currency());
        String relief = made.isRecovery() ? "billing.recovery.withRelief" : "billing.writeOff.withRelief";
        String key = made.taxRelief() ? relief : "billing.writeOff.withoutRelief";
        return made.reference() + ": " + Words.of(key, amount, tax) + " – " + made.reason();
    }
}
