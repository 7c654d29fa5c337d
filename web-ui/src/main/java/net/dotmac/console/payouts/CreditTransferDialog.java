package net.dotmac.console.payouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.console.debits.Ask;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.payments.CreditTransferData;
import net.dotmac.payments.CreditTransferService;

/** Moves credit to another account of the customer; a second click has no second effect. */
class CreditTransferDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final String key = Ids.next().toString();

    /** @param others the customer's accounts in the same currency, at least one */
    CreditTransferDialog(
            CreditTransferService transfers, BillingAccountDetails account, Money credit, List<QuotedAccount> others) {
        setHeaderTitle(Words.of("payouts.transfer.of", account.number()));
        setWidth("min(640px, 96vw)");
        BigDecimalField amount = new BigDecimalField(Words.of("payouts.amount"));
        amount.setValue(credit.amount());
        amount.setSuffixComponent(new Span(account.currency()));
        ComboBox<QuotedAccount> target = new ComboBox<>(Words.of("payouts.transfer.to"));
        target.setItems(others);
        target.setItemLabelGenerator(each -> each.number() + " · " + each.name());
        target.setValue(others.get(0));
        TextField reason = new TextField(Words.of("payouts.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(amount, target, reason);
        form.setColspan(reason, 2);
        Button move = new Button(Words.of("payouts.transfer"), click -> {
            boolean isDone = Ask.attempt(() -> transfers.move(new CreditTransferData(
                    account.id(),
                    target.getValue() == null ? null : target.getValue().id(),
                    amount.getValue() == null ? null : Money.of(amount.getValue(), account.currency()),
                    reason.getValue(),
                    key)));
            if (isDone) {
                close();
            }
        });
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(Words.of("payouts.transfer.text")), form);
        getFooter().add(new Button(Words.of("payouts.close"), click -> close()), move);
    }
}
