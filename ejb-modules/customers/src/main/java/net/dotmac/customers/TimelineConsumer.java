package net.dotmac.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Event> events) {
        repository.add(events.stream()
                .filter(event -> event.text(TimelineRepository.CUSTOMER) != null)
                .toList());
    }

    @Override
    public int batchSize() {
        return 1_000;
    }
}
