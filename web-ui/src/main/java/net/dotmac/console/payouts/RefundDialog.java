package net.dotmac.console.payouts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PayoutData;
import net.dotmac.payments.PayoutService;

/** Asks for a payout; a second click has no second effect, for the dialog has one idempotency key. */
class RefundDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient PayoutService payouts;
    private final transient BillingAccountDetails account;
    private final String key = Ids.next().toString();
    private final BigDecimalField amount = new BigDecimalField(Words.of("payouts.amount"));
    private final Select<String> method = new Select<>();
    private final TextField holder = field("payouts.holder", 70);
    private final TextField iban = field("payouts.iban", 42);
    private final TextField remittance = field("payouts.remittance", 140);
    private final TextField reason = field("payouts.reason", 500);

    /** @param credit what can be paid out at most */
    RefundDialog(PayoutService payouts, BillingAccountDetails account, Money credit) {
        this.payouts = payouts;
        this.account = account;
        setHeaderTitle(Words.of("payouts.refund.of", account.number()));
        setWidth("min(640px, 96vw)");
        amount.setValue(credit.amount());
        amount.setSuffixComponent(new Span(account.currency()));
        method.setLabel(Words.of("payouts.method"));
        boolean isEuro = account.currency().equals("EUR");
        method.setItems(isEuro ? new String[] {"bankTransfer", "cash"} : new String[] {"cash"});
        method.setItemLabelGenerator(each -> Words.of("payouts.method." + each));
        method.addValueChangeListener(change -> show(change.getValue()));
        method.setValue(isEuro ? "bankTransfer" : "cash");
        iban.setHelperText(Words.of("payouts.iban.hint"));
        remittance.setPlaceholder(account.number());
        reason.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(amount, method, iban, holder, remittance, reason);
        form.setColspan(reason, 2);
        Button save = new Button(Words.of("payouts.request"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(Words.of("payouts.refund.text")), form);
        getFooter().add(new Button(Words.of("payouts.close"), click -> close()), save);
    }

    private static TextField field(String key, int atMost) {
        TextField field = new TextField(Words.of(key));
        field.setMaxLength(atMost);
        return field;
    }

    private void show(String chosen) {
        boolean isTransfer = "bankTransfer".equals(chosen);
        iban.setVisible(isTransfer);
        holder.setVisible(isTransfer);
        remittance.setVisible(isTransfer);
    }

    private void save() {
        try {
            Money money = amount.getValue() == null ? null : Money.of(amount.getValue(), account.currency());
            PayoutData data = new PayoutData(
                    account.id(),
                    money,
                    method.getValue(),
                    orNull(holder),
                    orNull(iban),
                    null,
                    orNull(remittance),
                    reason.getValue(),
                    key);
            UI.getCurrent().navigate("payouts/" + payouts.request(data).id());
            close();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private static String orNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }
}
