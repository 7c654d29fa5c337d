package net.dotmac.console.cards;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.payments.Checkouts;
import net.dotmac.payments.PaymentIntentData;
import net.dotmac.payments.PaymentIntentDetails;

/** Opens a page where a customer pays by card, and shows its address; a second click shows the same. */
public class CardPaymentDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final String key = Ids.next().toString();
    private final TextField link = new TextField(Words.of("cards.ask.done"));

    public CardPaymentDialog(Checkouts checkouts, UUID accountId) {
        setHeaderTitle(Words.of("cards.ask"));
        setWidth("min(640px, 96vw)");
        link.setReadOnly(true);
        link.setWidthFull();
        link.setVisible(false);
        Button ask = new Button(Words.of("cards.ask"), click -> {
            try {
                show(checkouts.open(new PaymentIntentData(accountId, null, null, null, key)));
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(Words.of("cards.ask.text")), link);
        getFooter().add(new Button(Words.of("cards.close"), click -> close()), ask);
    }

    private void show(PaymentIntentDetails intent) {
        if (intent.state().equals("refused")) {
            Notices.problem(intent.problem());
        } else if (intent.url() == null) {
            Notices.done(Words.of("cards.ask.waits"));
            close();
        } else {
            link.setValue(intent.url());
            link.setVisible(true);
        }
    }
}
