package net.dotmac.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.customers.persistence.TimelineRepository;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;

/** Keeps every event that names a customer on his timeline. */
@ApplicationScoped
public class TimelineConsumer implements EventConsumer {

    @Inject
    private TimelineRepository repository;

    @Override
    public String name() {
        return "customer-timeline";
    }

    @Override
    public boolean handles(String type) {
        return true;
    }

    @Override
    public void handle(Event event) {
        String customerId = event.text("customerId");
        if (customerId != null) {
            repository.add(UUID.fromString(customerId), event);
        }
    }
}
