package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
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
    private InvoiceService invoices;

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
        for (InvoiceDetails invoice : invoices.ofSlice(runId, slice)) {
            outbox.record(
                    "billing.invoice.issued.v1",
                    invoice.billingAccountId().toString(),
                    Map.of(
                            "invoiceId", invoice.id().toString(),
                            "number", invoice.number(),
                            "kind", invoice.kind(),
                            "customerId", invoice.buyer().customerId().toString(),
                            "grossMinor", invoice.grossMinor(),
                            "currency", invoice.currency()));
        }
    }
}
