package net.dotmac.console.prepaid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.function.Consumer;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.console.payments.AccountChooser;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositService;

/** Asks an account for a deposit. */
class AskDepositDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient DepositService deposits;
    private final transient Consumer<DepositDetails> done;
    private final AccountChooser account;
    private final BigDecimalField amount = new BigDecimalField(Words.of("prepaid.amount"));
    private final TextField reason = new TextField(Words.of("prepaid.reason"));

    AskDepositDialog(
            DepositService deposits,
            CustomerService customers,
            QuotationService quotations,
            Consumer<DepositDetails> done) {
        this.deposits = deposits;
        this.done = done;
        account = new AccountChooser(customers, quotations);
        setWidth("min(560px, 96vw)");
        setHeaderTitle(Words.of("prepaid.deposit.ask"));
        Span currency = new Span();
        amount.setSuffixComponent(currency);
        amount.setRequiredIndicatorVisible(true);
        account.setRequiredIndicatorVisible(true);
        account.addValueChangeListener(change -> currency.setText(
                change.getValue() == null ? "" : change.getValue().currency()));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(account, amount, reason);
        form.setColspan(account, 2);
        form.setColspan(reason, 2);
        add(new Paragraph(Words.of("prepaid.deposit.ask.text")), form);
        Button confirm = new Button(Words.of("prepaid.deposit.ask.confirm"), click -> ask());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("prepaid.cancel"), click -> close()), confirm);
    }

    private void ask() {
        QuotedAccount chosen = account.getValue();
        if (chosen == null) {
            account.setErrorMessage(Words.of("prepaid.account.missing"));
            account.setInvalid(true);
            return;
        }
        try {
            BigDecimal value = amount.getValue() == null ? BigDecimal.ZERO : amount.getValue();
            DepositDetails made = deposits.ask(chosen.id(), Money.of(value, chosen.currency()), reason.getValue());
            close();
            Notices.done(Words.of("prepaid.deposit.ask.done"));
            done.accept(made);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
