package net.dotmac.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Checks of what other modules tell: down as long as they tell nothing. */
@ApplicationScoped
public class ToldChecks {

    /** Ready once the database is known to have the schema of this release. */
    @Produces
    @Readiness
    public HealthCheck migrations() {
        return () -> answer("migrations");
    }

    /** Started then, too. */
    @Produces
    @Startup
    public HealthCheck started() {
        return () -> answer("migrations");
    }

    /** Ready while the poller takes its turns; a node that does not poll has none to take. */
    @Produces
    @Readiness
    public HealthCheck poller() {
        return () -> answer("poller");
    }

    /** Never keeps the node from being ready: what is to be mailed waits. */
    @Produces
    @Readiness
    public HealthCheck mail() {
        return () -> answer("mail");
    }

    static HealthCheckResponse answer(String name) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name);
        Optional<Vitals.Vital> vital = Vitals.of(name);
        vital.ifPresent(told -> told.data().forEach((key, value) -> put(answer, key, value)));
        return answer.status(vital.map(Vitals.Vital::isWell).orElse(false)).build();
    }

    private static void put(HealthCheckResponseBuilder answer, String key, Object value) {
        if (value instanceof Number number) {
            answer.withData(key, number.longValue());
        } else if (value instanceof Boolean flag) {
            answer.withData(key, flag);
        } else {
            answer.withData(key, value.toString());
        }
    }
}
