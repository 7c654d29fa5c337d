package net.dotmac.collections;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import net.dotmac.billing.MailServer;
import net.dotmac.billing.MailSettings;
import net.dotmac.billing.PlainMail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.Seller;
import net.dotmac.platform.TenantDirectory;
import net.dotmac.platform.TenantService;
import org.jboss.logging.Logger;

/**
 * Has every tenant's queued reminders mailed, some each second. Talks to the mail server with no transaction open; a node that
 * dies in between leaves reminders that go out again when its lease is over, under the same message id.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeMailSender {

    private static final Logger LOG = Logger.getLogger(NoticeMailSender.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    @Inject
    private TenantDirectory tenants;

    @Inject
    private TenantService tenant;

    @Inject
    private NoticeMailService mails;

    @Inject
    private MailServer server;

    @Inject
    private MailSettings settings;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        if (settings.isOn()) {
            nextTurn();
        }
    }

    /** One timer a turn: one that outlasts its pause, as behind a slow mail server, would else be asked for in vain. */
    private void nextTurn() {
        timers.createSingleActionTimer(EVERY.toMillis(), new TimerConfig("reminder mail", false));
    }

    @Timeout
    void turn() {
        try {
            for (UUID each : tenants.activeTenants()) {
                CallContext.system("reminder-mail", each).run(this::send);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Reminders wait until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("Reminders could not be sent; the next turn tries again", e);
        }
        nextTurn();
    }

    private void send() {
        Queue<Notice> left = new ArrayDeque<>(mails.claim(settings.perSecond()));
        if (left.isEmpty()) {
            return;
        }
        Seller seller = tenant.seller();
        try (Transport line = server.line()) {
            while (!left.isEmpty()) {
                if (!line.isConnected()) {
                    server.open(line);
                }
                send(line, seller, left.remove());
            }
        } catch (MessagingException e) {
            left.forEach(notice -> mails.failed(notice, "The mail server does not answer: " + e.getMessage(), false));
        }
    }

    private void send(Transport line, Seller seller, Notice notice) {
        try {
            server.send(
                    line,
                    new PlainMail(
                            seller,
                            notice.subject(),
                            notice.body(),
                            notice.language(),
                            notice.recipient(),
                            notice.messageId()));
        } catch (MessagingException e) {
            mails.failed(notice, String.valueOf(e.getMessage()), isForGood(e));
            return;
        }
        mails.sent(notice);
    }

    private static boolean isForGood(MessagingException e) {
        return e instanceof AddressException
                || (e instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
