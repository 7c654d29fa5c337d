package net.dotmac.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The system clock, for tokens, leases and alarms: never moved. It ticks in microseconds, as the database does: otherwise what
 * was just written would differ from what is read back.
 */
@ApplicationScoped
public class SystemClockProducer {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    @ApplicationScoped
    public Clock systemClock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
