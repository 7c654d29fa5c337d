package net.dotmac.console.payouts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.PayoutBatchService;

/** Asks for the day and makes the file of what is approved. */
class PayoutFileDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PayoutFileDialog(PayoutBatchService batches) {
        setHeaderTitle(Words.of("payouts.send"));
        setWidth("min(480px, 96vw)");
        DatePicker day = new DatePicker(Words.of("payouts.executeOn"));
        day.setHelperText(Words.of("payouts.executeOn.hint"));
        Button create = new Button(Words.of("payouts.send"), click -> {
            try {
                UI.getCurrent()
                        .navigate("payout-batches/"
                                + batches.create(day.getValue()).id());
                close();
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(Words.of("payouts.send.text")), day);
        getFooter().add(new Button(Words.of("payouts.close"), click -> close()), create);
    }
}
