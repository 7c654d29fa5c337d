package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether mail can be sent. Always up: mail waits in the database, and a balancer gains nothing by leaving this node. */
@Readiness
@ApplicationScoped
public class MailHealth implements HealthCheck {

    @Inject
    private MailSettings settings;

    @Inject
    private InvoiceMailRound round;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail")
                .withData("configured", settings.isOn())
                .withData("answering", settings.isOn() && !round.isServerAway())
                .up()
                .build();
    }
}
