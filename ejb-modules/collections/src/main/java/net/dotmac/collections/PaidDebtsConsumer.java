package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;

/**
 * Looks at an account again whenever its debts changed: a payment, credit that was moved or given
 * back, a credit note or a write-off may end its case and let it in again, and a
 * payment that is taken back may break what it kept. Steps are for the round alone.
 */
@ApplicationScoped
public class PaidDebtsConsumer implements EventConsumer {

    private static final Set<String> TYPES = Set.of(
            "payments.payments.recorded.v1",
            "payments.payments.reversed.v1",
            "payments.credits.moved.v1",
            "payments.payouts.rejected.v1",
            "payments.payouts.returned.v1",
            "payments.payouts.cancelled.v1",
            "billing.creditNotes.issued.v1",
            "billing.writeOffs.made.v1");

    @Inject
    private DunningService dunning;

    @Override
    public String name() {
        return "collections-payments";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    /** All of these events are about billing accounts; one that came several times is looked at once. */
    @Override
    public void handleAll(List<Event> events) {
        Set<UUID> accounts = new LinkedHashSet<>();
        events.forEach(event -> accounts.add(UUID.fromString(event.aggregateId())));
        accounts.forEach(dunning::review);
    }
}
