package net.dotmac.rest.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.dotmac.platform.SchemaCheck;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started, and ready, once the database is known to have the schema of this release. */
@Startup
@Readiness
@ApplicationScoped
public class MigrationCheck implements HealthCheck {

    @Inject
    private SchemaCheck schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migrations")
                .withData("version", schema.version())
                .status(schema.isKnown())
                .build();
    }
}
