package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import net.dotmac.billing.WriteOffDetails;
import net.dotmac.billing.WriteOffRequest;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/** Asks how much to give up of a document, or how much of that came back. */
class WriteOffDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Function<WriteOffRequest, WriteOffDetails> act;
    private final transient Runnable done;
    private final String currency;
    private final BigDecimalField amount = new BigDecimalField(Words.of("billing.writeOff.amount"));
    private final Checkbox relief = new Checkbox(Words.of("billing.writeOff.relief"), true);
    private final TextField reason = new TextField(Words.of("billing.credit.reason"));

    /**
     * @param left the most there is
     * @param isRecovery whether it comes back: then the tax follows what was done with it
     */
    WriteOffDialog(
            String reference,
            Money left,
            boolean isRecovery,
            Function<WriteOffRequest, WriteOffDetails> act,
            Runnable done) {
        this.act = act;
        this.done = done;
        this.currency = left.currency();
        String key = isRecovery ? "billing.recovery." : "billing.writeOff.";
        setWidth("32rem");
        setHeaderTitle(Words.of(key + "title", reference));
        amount.setSuffixComponent(new Span(currency));
        amount.setValue(left.amount());
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(amount, reason);
        if (!isRecovery) {
            form.add(relief);
        }
        add(new Paragraph(Words.of(key + "text")), form);
        Button confirm = new Button(Words.of(key + "confirm"), click -> send());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("billing.cancel"), click -> close()), confirm);
    }

    private void send() {
        if (amount.getValue() == null) {
            amount.setErrorMessage(Words.of("billing.payment.amount.missing"));
            amount.setInvalid(true);
            return;
        }
        try {
            WriteOffDetails made = act.apply(
                    new WriteOffRequest(Money.of(amount.getValue(), currency), relief.getValue(), reason.getValue()));
            close();
            Notices.done(Words.of(
                    "billing.writeOff.done",
                    made.reference(),
                    BillingWords.money(made.amountMinor(), made.currency())));
            done.run();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
