package net.dotmac.console.debits;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;

/** Asks why before something is done that can't be taken back, and does it. */
public final class Ask {

    private Ask() {}

    /**
     * Opens a dialog.
     *
     * @param key of its title; with {@code .text} it says what will happen
     * @param act gets the reason
     */
    public static void why(String key, Consumer<String> act) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of(key));
        dialog.setWidth("min(480px, 96vw)");
        TextField reason = new TextField(Words.of("debits.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Button go = new Button(Words.of(key), click -> {
            if (attempt(() -> act.accept(reason.getValue()))) {
                dialog.close();
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(Words.of(key + ".text")), reason);
        dialog.getFooter().add(new Button(Words.of("debits.close"), click -> dialog.close()), go);
        dialog.open();
    }

    /** Does it and shows the page anew, or says why not. */
    public static boolean attempt(Runnable act) {
        try {
            act.run();
            Notices.done(Words.of("debits.done"));
            UI.getCurrent().refreshCurrentRoute(false);
            return true;
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
            return false;
        }
    }
}
