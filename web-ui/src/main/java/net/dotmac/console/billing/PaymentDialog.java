package net.dotmac.console.billing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
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
import net.dotmac.ledger.AccountBalance;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentDetails;
import net.dotmac.payments.PaymentService;

/** Records a payment; a second click has no second effect, for the dialog has one idempotency key. */
public class PaymentDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient PaymentService payments;
    private final transient BillingAccountDetails account;
    private final String key = Ids.next().toString();
    private final BigDecimalField amount = new BigDecimalField(Words.of("billing.payment.amount"));
    private final Select<String> method = new Select<>();
    private final DatePicker received = new DatePicker(Words.of("billing.payment.receivedOn"));
    private final TextField reference = new TextField(Words.of("billing.payment.reference"));

    public PaymentDialog(PaymentService payments, BillingAccountDetails account, AccountBalance balance) {
        this.payments = payments;
        this.account = account;
        setHeaderTitle(Words.of("billing.payment.title", account.number()));
        if (balance != null && balance.dueMinor() > 0) {
            amount.setValue(new Money(balance.dueMinor(), account.currency()).amount());
        }
        amount.setSuffixComponent(new Span(account.currency()));
        method.setLabel(Words.of("billing.payment.method"));
        method.setItems("bankTransfer", "card", "cash", "directDebit", "other");
        method.setItemLabelGenerator(each -> Words.of("billing.method." + each));
        method.setValue("bankTransfer");
        received.setHelperText(Words.of("billing.payment.today"));
        add(new FormLayout(amount, method, received, reference));
        Button save = new Button(Words.of("billing.payment.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("billing.cancel"), click -> close()), save);
    }

    private void save() {
        if (amount.getValue() == null) {
            amount.setErrorMessage(Words.of("billing.payment.amount.missing"));
            amount.setInvalid(true);
            return;
        }
        try {
            PaymentDetails payment = payments.record(new PaymentData(
                    account.id(),
                    Money.of(amount.getValue(), account.currency()),
                    method.getValue(),
                    null,
                    key,
                    reference.getValue().isBlank() ? null : reference.getValue(),
                    received.getValue(),
                    null));
            close();
            Notices.done(
                    Words.of("billing.payment.done", BillingWords.money(payment.amountMinor(), payment.currency())));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
