package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.customers.TimelineEntry;
import net.dotmac.customers.TimelineService;
import net.dotmac.events.Event;
import net.dotmac.kernel.Ids;
import org.junit.jupiter.api.Test;

/** A run's documents reach their customers' timelines, each once. */
class InvoiceTimelineTest {

    private final BillingWorld world = new BillingWorld();

    @Test
    void twoInvoicesOfOneRunStandOnACustomersTimelineOnceEach() {
        BillingAccountDetails home = world.account(1);
        BillingAccountDetails office = world.call(() -> world.service(BillingAccountService.class)
                .create(new BillingAccountData(
                        null, "Office", home.customerId(), "EUR", 1, 14, TaxTreatment.STANDARD)));
        world.monthly(home, "29.90", "2027-05-01");
        world.monthly(office, "59.90", "2027-05-01");
        UUID run = world.bill("2027-05-01").id();

        tell(run);
        tell(run);

        List<TimelineEntry> entries = timeline(home.customerId(), 10);
        assertEquals(
                world.invoices().stream().map(InvoiceDetails::number).collect(Collectors.toSet()),
                entries.stream().map(entry -> entry.data().get("number")).collect(Collectors.toSet()));
        assertEquals(2, entries.size());
        assertEquals(
                Set.of("billing.invoice.issued.v1"),
                entries.stream().map(TimelineEntry::type).collect(Collectors.toSet()));
        assertEquals(2, timeline(home.customerId(), 1).size(), "the entries of one event are not torn apart");
    }

    private void tell(UUID run) {
        Event event = new Event(
                world.tenant,
                7,
                Ids.next(),
                "billing.invoices.issued.v1",
                run + ":1",
                "test",
                "test",
                Instant.parse("2027-05-01T00:00:00Z"),
                Map.of("runId", run.toString(), "slice", 1));
        world.run(() -> world.service(InvoiceTimelineConsumer.class).handle(event));
    }

    private List<TimelineEntry> timeline(UUID customer, int limit) {
        return world.call(() -> world.service(TimelineService.class).of(customer, null, limit));
    }
}
