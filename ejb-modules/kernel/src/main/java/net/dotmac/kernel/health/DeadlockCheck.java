package net.dotmac.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless threads wait for each other for ever, which only a restart mends. */
@Liveness
@ApplicationScoped
public class DeadlockCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        long[] deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return HealthCheckResponse.named("threads")
                .withData("deadlocked", deadlocked == null ? 0 : deadlocked.length)
                .status(deadlocked == null)
                .build();
    }
}
