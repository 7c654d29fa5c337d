package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@link MailSettings} from the configuration. */
@ApplicationScoped
public class MailSettingsProducer {

    @Inject
    @ConfigProperty(name = "dotmac.smtp.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "dotmac.smtp.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "dotmac.smtp.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "dotmac.smtp.from")
    private Optional<String> from;

    @Inject
    @ConfigProperty(name = "dotmac.mail.message-id-domain")
    private Optional<String> messageIdDomain;

    @Inject
    @ConfigProperty(name = "dotmac.mail.per-second", defaultValue = "20")
    private int perSecond;

    @Inject
    @ConfigProperty(name = "dotmac.mail.greatest-age-days", defaultValue = "31")
    private int greatestAgeDays;

    @Inject
    @ConfigProperty(name = "dotmac.mail.lease-seconds", defaultValue = "120")
    private int leaseSeconds;

    @Inject
    @ConfigProperty(name = "dotmac.mail.give-up-after-hours", defaultValue = "24")
    private int giveUpAfterHours;

    @Produces
    @Singleton
    public MailSettings settings() {
        return new MailSettings(
                host.isPresent(),
                user,
                password,
                from,
                messageIdDomain,
                perSecond,
                Duration.ofDays(greatestAgeDays),
                Duration.ofSeconds(leaseSeconds),
                Duration.ofHours(giveUpAfterHours));
    }
}
