package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.persistence.SliceDocumentReader;
import net.dotmac.billing.persistence.SliceDocumentReader.SliceDocument;
import net.dotmac.customers.TimelineFact;
import net.dotmac.customers.TimelineService;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;

/**
 * Puts the documents of a run on their customers' timelines. A run writes one event a slice; to make an event of each document
 * only for the timeline to read it would write them three times.
 */
@ApplicationScoped
public class InvoiceTimelineConsumer implements EventConsumer {

    private static final String ISSUED = "billing.invoice.issued.v1";

    @Inject
    private SliceDocumentReader documents;

    @Inject
    private TimelineService timeline;

    @Override
    public String name() {
        return "invoice-timeline";
    }

    @Override
    public boolean handles(String type) {
        return type.equals("billing.invoices.issued.v1");
    }

    @Override
    public void handle(Event event) {
        UUID runId = UUID.fromString(event.text("runId"));
        int slice = ((Number) event.data().get("slice")).intValue();
        timeline.append(
                event,
                ISSUED,
                documents.of(runId, slice).stream()
                        .map(InvoiceTimelineConsumer::fact)
                        .toList());
    }

    /** Each event stands for thousands. */
    @Override
    public int batchSize() {
        return 1;
    }

    private static TimelineFact fact(SliceDocument document) {
        return new TimelineFact(
                document.customerId(),
                document.id(),
                Map.of(
                        "invoiceId", document.id().toString(),
                        "number", document.number(),
                        "kind", document.kind(),
                        "billingAccountId", document.billingAccountId().toString(),
                        "grossMinor", document.grossMinor(),
                        "currency", document.currency()));
    }
}
