package net.dotmac.devtools.launcher.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import net.dotmac.devtools.launcher.LaunchException;

/** Takes all mail on a loopback port and shows it on a page, both of this process. */
public final class MailCatcher implements AutoCloseable {

    private static final int KEEP = 500;

    private final GreenMail server;
    private final MailStore store;
    private final MailPage page;

    private MailCatcher(GreenMail server, MailStore store, MailPage page) {
        this.server = server;
        this.store = store;
        this.page = page;
    }

    /** @param directory where the mails are kept */
    public static MailCatcher start(Path directory, int smtpPort, int pagePort) {
        MailStore store = new MailStore(directory, KEEP);
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, loopback, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            UserManager users = server.getUserManager();
            GreenMailUser everybody = users.createUser("everybody@localhost", "everybody", "");
            users.setMessageDeliveryHandler((message, address) -> {
                store.add(message.getMessage());
                forget(users, everybody);
                return everybody;
            });
            return new MailCatcher(server, store, MailPage.start(store, pagePort));
        } catch (IOException | UserException e) {
            server.stop();
            throw new LaunchException("The page that shows the caught mail could not be started: " + e.getMessage(), e);
        }
    }

    /** The mail server keeps what it takes in memory; ours are in the store already. */
    private static void forget(UserManager users, GreenMailUser everybody) {
        try {
            users.getImapHostManager().getInbox(everybody).deleteAllMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("every user has an inbox", e);
        }
    }

    public MailStore store() {
        return store;
    }

    /** Where a person reads the mail. */
    public URI page() {
        return page.address();
    }

    @Override
    public void close() {
        page.close();
        server.stop();
    }
}
