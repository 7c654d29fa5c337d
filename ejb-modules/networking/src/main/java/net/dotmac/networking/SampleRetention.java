package net.dotmac.networking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.dotmac.networking.persistence.SampleWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps partitions for the samples of the next days, and drops the days that are too old, once an hour. */
@ApplicationScoped
public class SampleRetention {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int DAYS_AHEAD = 4;

    @Inject
    private SampleWriter samples;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.samples.retention-days", defaultValue = "90")
    private int retentionDays;

    private volatile Instant keptAt = Instant.EPOCH;

    /** Does what is due; called outside any transaction. */
    public void keep() {
        Instant now = clock.instant();
        if (Duration.between(keptAt, now).compareTo(EVERY) < 0) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        samples.makePartitions(today.minusDays(1), DAYS_AHEAD + 1);
        samples.dropBefore(today.minusDays(Math.max(retentionDays, 7)));
        keptAt = now;
    }
}
