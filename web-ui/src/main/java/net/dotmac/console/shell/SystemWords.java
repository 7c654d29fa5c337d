package net.dotmac.console.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * What the page says when it and the server have lost each other, in the person's language.
 *
 * <p>One such case is harmless. A person leaves a page (Back, a link, the tab closed) while its last message is under way; the browser
 * breaks that request off, Vaadin's client takes it for lost and sends the message again, with another mark of what it has seen, and
 * the server, which has carried it out, refuses it as out of its turn. Should the page still be there, as one that the browser kept
 * for Back, it is loaded anew: what it shows stands in its URL, so nobody has to be asked.
 */
public class SystemWords implements SystemMessagesProvider {

    private static final long serialVersionUID = 1L;
    private static final String RELOAD = SystemWords.class.getName();

    private final Texts texts = new Texts();

    void register(@Observes ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(new SystemWords());
    }

    /** Whether this is the refusal of a message out of its turn. */
    static boolean isOutOfTurn(Throwable failure) {
        return failure instanceof UnsupportedOperationException
                && failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().equals(ServerRpcHandler.class.getName());
    }

    /** Has the answer to this request load the page anew. */
    static void reloadInAnswerTo(VaadinRequest request) {
        request.setAttribute(RELOAD, true);
    }

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        VaadinRequest request = info.getRequest();
        if (request != null && request.getAttribute(RELOAD) != null) {
            // With neither words nor an address, the browser loads the page it is on.
            messages.setInternalErrorNotificationEnabled(false);
            return messages;
        }
        messages.setInternalErrorCaption(text("shell.lost.title", info.getLocale()));
        messages.setInternalErrorMessage(text("shell.lost", info.getLocale()));
        messages.setSessionExpiredCaption(text("shell.expired.title", info.getLocale()));
        messages.setSessionExpiredMessage(text("shell.expired", info.getLocale()));
        messages.setSessionExpiredNotificationEnabled(true);
        return messages;
    }

    private String text(String key, Locale locale) {
        return texts.getTranslation(key, locale == null ? Locale.ENGLISH : locale);
    }
}
