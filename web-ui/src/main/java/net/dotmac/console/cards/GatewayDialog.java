package net.dotmac.console.cards;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import net.dotmac.console.debits.Ask;
import net.dotmac.console.parts.Words;
import net.dotmac.payments.GatewaySettings;
import net.dotmac.payments.GatewaySettingsData;
import net.dotmac.payments.GatewaySettingsService;

/** Says by which gateway cards are charged; secrets are written here and never shown. */
class GatewayDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField baseUrl = new TextField(Words.of("cards.baseUrl"));
    private final TextField returnUrl = new TextField(Words.of("cards.returnUrl"));
    private final PasswordField key = new PasswordField(Words.of("cards.secretKey"));
    private final PasswordField webhook = new PasswordField(Words.of("cards.webhookSecret"));
    private final Checkbox isOn = new Checkbox(Words.of("cards.isOn"), true);

    /** @param before null if nobody has said it yet */
    GatewayDialog(GatewaySettingsService settings, GatewaySettings before) {
        setHeaderTitle(Words.of("cards.gateway"));
        setWidth("min(640px, 96vw)");
        baseUrl.setPlaceholder("https://api.stripe.com");
        returnUrl.setHelperText(Words.of("cards.returnUrl.hint"));
        FormLayout form = new FormLayout(baseUrl, returnUrl, key, webhook, isOn);
        add(form);
        if (before != null) {
            baseUrl.setValue(before.baseUrl());
            returnUrl.setValue(before.returnUrl());
            isOn.setValue(before.isOn());
            key.setHelperText(Words.of("cards.keep"));
            webhook.setHelperText(Words.of("cards.keep"));
            add(new Paragraph(Words.of("cards.reportUrl", "/gateway-reports/" + before.endpointId())));
        }
        Button save = new Button(Words.of("cards.save"), click -> {
            if (Ask.attempt(() -> settings.put(new GatewaySettingsData(
                    baseUrl.getValue(), returnUrl.getValue(), isOn.getValue(), orNull(key), orNull(webhook))))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("cards.close"), click -> close()), save);
    }

    private static String orNull(PasswordField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }
}
