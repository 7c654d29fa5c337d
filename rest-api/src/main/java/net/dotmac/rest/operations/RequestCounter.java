package net.dotmac.rest.operations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts answers by status: {@code dotmac_rest_requests_total{status="200"}}. */
@ApplicationScoped
public class RequestCounter {

    @Inject
    private MeterRegistry meters;

    public void count(int status) {
        meters.counter("dotmac.rest.requests", "status", Integer.toString(status))
                .increment();
    }
}
