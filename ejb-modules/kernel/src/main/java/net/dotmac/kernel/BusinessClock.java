package net.dotmac.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock that business rules read, for the tenant of the current call: billing dates, due dates, contract starts. Where
 * a test clock is allowed it can be moved; tokens, leases and alarms never read it, but {@link java.time.Clock}.
 */
public interface BusinessClock {

    Instant now();

    /** The tenant's time zone. */
    ZoneId zone();

    /** Today in the tenant's zone. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }
}
