package net.dotmac.billing;

import java.time.Duration;
import java.util.Optional;

/**
 * How documents are mailed; host, port and encryption of the mail server are those of WildFly's mail session.
 *
 * @param isOn whether a mail server is named; without one, deliveries wait
 * @param user with which the mail server is asked, if it wants one
 * @param password of that user
 * @param from address in the mails; without one, the seller's own
 * @param messageIdDomain right side of message ids; without one, that of the sender's address
 * @param perSecond mails this node sends in a second, 1 or more
 * @param greatestAge documents dated longer ago are not mailed by themselves, so that a log read from its beginning, or months
 *     that are caught up with, flood nobody's mailbox
 * @param lease for how long a delivery belongs to the node that took it; longer than one mail takes
 * @param giveUpAfter time from the first attempt to the last
 */
public record MailSettings(
        boolean isOn,
        Optional<String> user,
        Optional<String> password,
        Optional<String> from,
        Optional<String> messageIdDomain,
        int perSecond,
        Duration greatestAge,
        Duration lease,
        Duration giveUpAfter) {

    public MailSettings {
        if (perSecond < 1) {
            throw new IllegalArgumentException("dotmac.mail.per-second is " + perSecond + ", expected 1 or more");
        }
    }
}
