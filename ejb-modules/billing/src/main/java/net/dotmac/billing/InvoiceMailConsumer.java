package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;

/**
 * Queues the mail of every document that is issued. A run tells of its documents slice by slice, and so they are queued: by
 * one statement for a thousand, in the transaction that moves this consumer's position. {@link InvoiceMailSender} does the
 * rest.
 */
@ApplicationScoped
public class InvoiceMailConsumer implements EventConsumer {

    private static final String SLICE = "billing.invoices.issued.v1";
    private static final String CREDIT_NOTE = "billing.creditNotes.issued.v1";
    private static final String DEBIT_NOTE = "billing.debitNotes.issued.v1";

    @Inject
    private InvoiceDeliveryService deliveries;

    @Override
    public String name() {
        return "invoice-email";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(SLICE) || type.equals(CREDIT_NOTE) || type.equals(DEBIT_NOTE);
    }

    @Override
    public void handle(Event event) {
        if (event.type().equals(SLICE)) {
            deliveries.queueSlice(
                    UUID.fromString(event.text("runId")), ((Number) event.data().get("slice")).intValue());
        } else {
            deliveries.queue(
                    UUID.fromString(event.text(event.type().equals(CREDIT_NOTE) ? "creditNoteId" : "debitNoteId")));
        }
    }
}
