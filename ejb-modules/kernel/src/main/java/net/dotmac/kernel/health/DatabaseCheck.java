package net.dotmac.kernel.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers within a second: who asks must not wait as long as a request may. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

    private static final int LIMIT_SECONDS = 1;

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService executor;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
        long asked = System.nanoTime();
        Future<Boolean> answered = executor.submit(this::isThere);
        try {
            boolean isThere = answered.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return answer.withData("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked))
                    .status(isThere)
                    .build();
        } catch (TimeoutException | ExecutionException e) {
            answered.cancel(true);
            return answer.withData("problem", "no answer within " + LIMIT_SECONDS + " s")
                    .down()
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.withData("problem", "interrupted").down().build();
        }
    }

    private boolean isThere() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(LIMIT_SECONDS);
        }
    }
}
