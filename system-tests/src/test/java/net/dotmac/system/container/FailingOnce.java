package net.dotmac.system.container;

import java.util.concurrent.atomic.AtomicInteger;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.events.Event;
import net.dotmac.events.EventConsumer;

/** Acts on the creation of one customer by creating another, and fails the first time after it has done so. */
public final class FailingOnce implements EventConsumer {

    static final String NAME = "container-test";

    private final CustomerService customers;
    private final String awaited;
    private final String effect;
    private final AtomicInteger tries = new AtomicInteger();

    /**
     * @param awaited id of the customer whose creation is acted on
     * @param effect name of the customer that is created for it
     */
    FailingOnce(CustomerService customers, String awaited, String effect) {
        this.customers = customers;
        this.awaited = awaited;
        this.effect = effect;
    }

    int tries() {
        return tries.get();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean handles(String type) {
        return type.equals("customers.customers.created.v1");
    }

    @Override
    public void handle(Event event) {
        if (!event.aggregateId().equals(awaited)) {
            return;
        }
        customers.create(new CustomerData(null, effect, CustomerKind.HOUSEHOLD, null, null, null, null, "en", null));
        if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("fails the first time, as the test wants it");
        }
    }
}
