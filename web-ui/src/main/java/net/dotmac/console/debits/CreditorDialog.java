package net.dotmac.console.debits;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import net.dotmac.console.parts.Words;
import net.dotmac.payments.SepaSettings;
import net.dotmac.payments.SepaSettingsService;

/** Says as whom to collect, how long ahead payers are told, and whether a second person approves. */
class CreditorDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_NOTICE = 14;

    private final TextField creditorId = field("creditorId", 35);
    private final TextField name = field("creditorName", 70);
    private final TextField town = field("town", 35);
    private final TextField country = field("country", 2);
    private final TextField iban = field("iban", 42);
    private final TextField bic = field("bic", 11);
    private final IntegerField notice = new IntegerField(Words.of("debits.noticeDays"));
    private final Checkbox approval = new Checkbox(Words.of("debits.needsApproval"));

    /** @param before null if nobody has said it yet */
    CreditorDialog(SepaSettingsService settings, SepaSettings before) {
        setHeaderTitle(Words.of("debits.creditor"));
        setWidth("min(640px, 96vw)");
        notice.setMin(1);
        notice.setMax(60);
        notice.setValue(USUAL_NOTICE);
        notice.setHelperText(Words.of("debits.noticeDays.hint"));
        if (before != null) {
            show(before);
        }
        Button save = new Button(Words.of("debits.save"), click -> {
            if (Ask.attempt(() -> settings.put(told()))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new FormLayout(creditorId, name, town, country, iban, bic, notice, approval));
        getFooter().add(new Button(Words.of("debits.close"), click -> close()), save);
    }

    private void show(SepaSettings before) {
        creditorId.setValue(before.creditorId());
        name.setValue(before.creditorName());
        town.setValue(before.town());
        country.setValue(before.country());
        iban.setValue(before.iban());
        bic.setValue(before.bic() == null ? "" : before.bic());
        notice.setValue(before.noticeDays());
        approval.setValue(before.needsApproval());
    }

    private SepaSettings told() {
        return new SepaSettings(
                creditorId.getValue(),
                name.getValue(),
                town.getValue(),
                country.getValue().strip().toUpperCase(Locale.ROOT),
                iban.getValue(),
                bic.getValue(),
                notice.getValue() == null ? 0 : notice.getValue(),
                approval.getValue());
    }

    private static TextField field(String name, int atMost) {
        TextField field = new TextField(Words.of("debits." + name));
        field.setMaxLength(atMost);
        return field;
    }
}
