package net.dotmac.kernel.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the message broker answers. Without it events only come later, so the node stays ready. */
@Readiness
@ApplicationScoped
public class BrokerCheck implements HealthCheck {

    @Resource(lookup = "java:jboss/DefaultJMSConnectionFactory")
    private ConnectionFactory broker;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .withData("answers", answers())
                .up()
                .build();
    }

    private boolean answers() {
        try (JMSContext context = broker.createContext()) {
            return context.getMetaData() != null;
        } catch (JMSRuntimeException e) {
            return false;
        }
    }
}
