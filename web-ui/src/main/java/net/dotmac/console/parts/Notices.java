package net.dotmac.console.parts;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages that appear at the edge of the page. */
public final class Notices {

    private static final int GOOD_MILLIS = 4_000;
    private static final int PROBLEM_MILLIS = 12_000;

    private Notices() {}

    public static void done(String text) {
        Notification.show(text, GOOD_MILLIS, Notification.Position.BOTTOM_START)
                .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    public static void problem(String text) {
        Notification notice = Notification.show(text, PROBLEM_MILLIS, Notification.Position.MIDDLE);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.getElement().setAttribute("role", "alert");
    }
}
