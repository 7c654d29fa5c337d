package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.InvoiceDelivery;
import net.dotmac.billing.InvoiceDeliveryService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;

/** Whether a document was mailed, to whom and when, or why not; and sends it again. */
class DeliveryPanel extends Panel {

    private static final long serialVersionUID = 1L;

    private final transient InvoiceDeliveryService deliveries;
    private final UUID invoiceId;
    private final Div content = new Div();

    DeliveryPanel(InvoiceDeliveryService deliveries, UUID invoiceId) {
        super(Words.of("billing.delivery"));
        this.deliveries = deliveries;
        this.invoiceId = invoiceId;
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        List<InvoiceDelivery> sendings = deliveries.of(invoiceId);
        boolean isPending = sendings.stream().anyMatch(InvoiceDelivery::isPending);
        if (isPending && !deliveries.isMailOn()) {
            content.add(new Paragraph(Words.of("billing.delivery.off")));
        }
        content.add(sendings.isEmpty() ? new Paragraph(Words.of("billing.delivery.none")) : list(sendings));
        if (Person.signedIn().may("invoice.send")) {
            content.add(new Button(
                    Words.of(isPending ? "billing.delivery.sendNow" : "billing.delivery.sendAgain"), click -> send()));
        }
    }

    private void send() {
        try {
            InvoiceDelivery sending = deliveries.sendAgain(invoiceId);
            Notices.done(Words.of("billing.delivery.queued", sending.recipient()));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        show();
    }

    private static Component list(List<InvoiceDelivery> sendings) {
        UnorderedList list = new UnorderedList();
        list.addClassName("timeline");
        for (InvoiceDelivery sending : sendings) {
            Span time = new Span(Formats.time(sending.sentAt() == null ? sending.queuedAt() : sending.sentAt()));
            time.addClassName("timeline-time");
            Span actor = new Span(sending.requestedBy());
            actor.addClassName("quiet");
            list.add(new ListItem(time, new Span(state(sending), new Span(" " + words(sending))), actor));
        }
        return list;
    }

    private static Badge state(InvoiceDelivery sending) {
        Badge.Tone tone =
                switch (sending.state()) {
                    case "sent" -> Badge.Tone.GOOD;
                    case "failed" -> Badge.Tone.WARN;
                    case "givenUp" -> Badge.Tone.BAD;
                    case "waiting" -> Badge.Tone.INFO;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("billing.delivery.state." + sending.state()), tone);
    }

    private static String words(InvoiceDelivery sending) {
        return switch (sending.state()) {
            case "sent", "waiting" -> Words.of("billing.delivery.to", sending.recipient());
            case "failed" ->
                Words.of(
                        "billing.delivery.failed",
                        sending.recipient(),
                        sending.reason(),
                        Formats.time(sending.nextTryAt()));
            case "givenUp" ->
                Words.of("billing.delivery.givenUp", sending.recipient(), sending.attempts(), sending.reason());
            default -> Words.of("billing.delivery.reason." + sending.reason());
        };
    }
}
