package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.persistence.SliceDocumentReader;
import net.dotmac.billing.persistence.SliceDocumentReader.SliceDocument;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;
import net.dotmac.kernel.Outbox;

/**
 * Tells of each invoice apart, for those who follow a customer: a run writes one event a slice, and this comes after it, off
 * the run's path.
 */
@ApplicationScoped
public class InvoiceExpansion implements EventConsumer {

    @Inject
    private SliceDocumentReader documents;

    @Inject
    private Outbox outbox;

    @Override
    public String name() {
        return "invoice-expansion";
    }

    @Override
    public boolean handles(String type) {
        return type.equals("billing.invoices.issued.v1");
    }

    @Override
    public void handle(Event event) {
        UUID runId = UUID.fromString(event.text("runId"));
        int slice = ((Number) event.data().get("slice")).intValue();
        outbox.recordAll(
                "billing.invoice.issued.v1",
                documents.of(runId, slice).stream().map(InvoiceExpansion::fact).toList());
    }

    /** Each event stands for thousands. */
    @Override
    public int batchSize() {
        return 1;
    }

    private static Outbox.Fact fact(SliceDocument document) {
        return new Outbox.Fact(
                document.billingAccountId().toString(),
                Map.of(
                        "invoiceId", document.id().toString(),
                        "number", document.number(),
                        "kind", document.kind(),
                        "customerId", document.customerId().toString(),
                        "grossMinor", document.grossMinor(),
                        "currency", document.currency()));
    }
}
