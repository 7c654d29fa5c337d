package net.dotmac.billing;

import jakarta.activation.DataHandler;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import net.dotmac.billing.InvoiceMailService.Prepared;
import net.dotmac.billing.domain.InvoiceMail;
import net.dotmac.platform.Seller;

/**
 * Speaks to the installation's mail server. Where it is and how the line is encrypted says WildFly's mail session; who we are
 * says the configuration, for a session can't be told "no user" by a setting that is left out.
 */
@ApplicationScoped
public class MailServer {

    private static final PromptSockets SOCKETS = new PromptSockets();

    @Resource(lookup = "java:jboss/mail/DotMac")
    private Session session;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    /** For the container, which sets the session. */
    public MailServer() {}

    /** For use outside the container. */
    public MailServer(Session session, MailSettings settings, Clock systemClock) {
        this.session = session;
        this.settings = settings;
        this.systemClock = systemClock;
    }

    /** A line to the mail server, not yet open; the caller closes it. */
    public Transport line() throws MessagingException {
        session.getProperties().putIfAbsent("mail.smtp.socketFactory", SOCKETS);
        return session.getTransport("smtp");
    }

    /** Opens a line; takes no longer than the session's time limits allow. */
    public void open(Transport line) throws MessagingException {
        line.connect(settings.user().orElse(null), settings.password().orElse(null));
    }

    /** @throws MessagingException unless the mail server took responsibility for the mail */
    public void send(Transport line, Prepared prepared, InternetAddress recipient, String messageId)
            throws MessagingException {
        MimeMessage message = new NamedMessage(session, messageId);
        message.setRecipient(MimeMessage.RecipientType.TO, recipient);
        head(
                message,
                prepared.seller(),
                prepared.mail().subject(),
                prepared.mail().language().getLanguage());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(prepared.mail().text(), StandardCharsets.UTF_8.name());
        MimeMultipart parts = new MimeMultipart(text);
        for (InvoiceFile each : prepared.files()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(each.content(), each.mediaType())));
            file.setFileName(each.name());
            parts.addBodyPart(file);
        }
        message.setContent(parts);
        message.saveChanges();
        line.sendMessage(message, message.getAllRecipients());
    }

    /** Sends words alone. @throws MessagingException unless the mail server took responsibility for the mail */
    public void send(Transport line, PlainMail mail) throws MessagingException {
        MimeMessage message = new NamedMessage(session, mail.messageId());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        head(message, mail.seller(), mail.subject(), mail.language());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        line.sendMessage(message, message.getAllRecipients());
    }

    private void head(MimeMessage message, Seller seller, String subject, String language) throws MessagingException {
        try {
            message.setFrom(sender(seller));
        } catch (AddressException e) {
            throw new MessagingException("The sender's address is none; see dotmac.smtp.from", e);
        }
        replyTo(seller, message);
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(systemClock.instant()));
        message.setHeader("Content-Language", language);
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private InternetAddress sender(Seller seller) throws MessagingException {
        String address = settings.from()
                .or(() -> Optional.ofNullable(seller.email()))
                .orElseThrow(() -> new MessagingException(
                        "There is no sender: set dotmac.smtp.from, or give the seller an e-mail address."));
        return named(address, seller);
    }

    /** Answers go to the seller, whatever address the mails go out from. */
    private void replyTo(Seller seller, MimeMessage message) throws MessagingException {
        if (settings.from().isPresent() && seller.email() != null) {
            message.setReplyTo(new InternetAddress[] {named(seller.email(), seller)});
        }
    }

    private static InternetAddress named(String address, Seller seller) throws MessagingException {
        InternetAddress parsed = new InternetAddress(address, true);
        try {
            parsed.setPersonal(InvoiceMail.oneLine(seller.legalName()), StandardCharsets.UTF_8.name());
            return parsed;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** Keeps the id it was given, where others make a new one each time they are saved. */
    private static final class NamedMessage extends MimeMessage {

        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
