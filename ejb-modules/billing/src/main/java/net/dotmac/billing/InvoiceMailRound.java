package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import net.dotmac.billing.InvoiceMailService.Prepared;
import net.dotmac.billing.domain.InvoiceMail;
import net.dotmac.kernel.Failpoint;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jboss.logging.Logger;

/**
 * Mails some of a tenant's documents: takes them under a lease, talks to the mail server with no transaction open, and notes
 * how each ended. A node that dies in between leaves deliveries that others take when the lease is over; if the mail server
 * had taken the mail by then, it goes out twice, under one message id.
 */
@ApplicationScoped
public class InvoiceMailRound {

    private static final Logger LOG = Logger.getLogger(InvoiceMailRound.class);
    private static final int AT_ONCE = 20;

    @Inject
    private InvoiceMailService mails;

    @Inject
    private MailServer server;

    @Inject
    private MailFigures figures;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    /** @return how many deliveries were taken, 0 if none is due */
    public int send(int atMost) {
        // What is left of a slow round returns when its lease ends; to go on until then would send it twice.
        Instant stop = systemClock.instant().plus(settings.lease().dividedBy(2));
        List<ClaimedDelivery> claimed = mails.claim(Math.min(atMost, AT_ONCE));
        if (!claimed.isEmpty()) {
            send(new ArrayDeque<>(claimed), stop);
        }
        return claimed.size();
    }

    private void send(Queue<ClaimedDelivery> left, Instant stop) {
        try (Transport line = server.line()) {
            while (!left.isEmpty() && systemClock.instant().isBefore(stop)) {
                if (!line.isConnected()) {
                    server.open(line);
                    figures.answered();
                }
                send(line, left.remove());
            }
        } catch (MessagingException e) {
            if (figures.wentAway()) {
                LOG.warnf("The mail server does not answer; mails are tried again later: %s", words(e));
            }
            left.forEach(delivery -> mails.failed(delivery, "The mail server does not answer: " + words(e), false));
        }
    }

    private void send(Transport line, ClaimedDelivery delivery) {
        Prepared prepared;
        try {
            prepared = mails.prepare(delivery.invoiceId());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The mail of document %s could not be made", delivery.invoiceId());
            mails.failed(delivery, "The mail could not be made; the server's log says why.", false);
            return;
        }
        try {
            InternetAddress recipient = new InternetAddress(delivery.recipient(), true);
            server.send(line, prepared, recipient, delivery.messageId());
        } catch (AddressException e) {
            mails.failed(delivery, "Not an address a mail can go to: " + words(e), true);
            return;
        } catch (MessagingException e) {
            mails.failed(delivery, words(e), isRefusedForGood(e));
            return;
        }
        Failpoint.hit("billing.mail.accepted");
        mails.sent(delivery);
    }

    /**
     * Whether the mail server said by a reply of 5xx that asking again would not help: for the recipient, whom Jakarta Mail then
     * lists as invalid, or for the mail itself. Refusing the sender is neither: that is ours to mend, and until then documents wait.
     */
    private static boolean isRefusedForGood(MessagingException e) {
        if (e instanceof SMTPSendFailedException refused
                && !refused.getCommand().startsWith("MAIL")) {
            return refused.getReturnCode() / 100 == 5;
        }
        return e instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0;
    }

    /** What the mail server said stands in the innermost of the chained exceptions. */
    private static String words(MessagingException e) {
        Exception inner = e;
        while (inner instanceof MessagingException outer && outer.getNextException() != null) {
            inner = outer.getNextException();
        }
        String words = InvoiceMail.oneLine(String.valueOf(inner.getMessage()));
        return inner.equals(e) ? words : InvoiceMail.oneLine(String.valueOf(e.getMessage())) + ": " + words;
    }
}
