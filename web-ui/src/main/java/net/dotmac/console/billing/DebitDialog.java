package net.dotmac.console.billing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;

/** Asks an account for a fee or damages; a second click has no second effect, for the dialog is one source. */
class DebitDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final String FEE = "fee";

    private final transient DebitNoteService debits;
    private final transient BillingAccountDetails account;
    private final UUID source = Ids.next();
    private final Select<String> kind = new Select<>();
    private final TextField description = new TextField(Words.of("billing.line.description"));
    private final BigDecimalField amount = new BigDecimalField(Words.of("billing.payment.amount"));
    private final Select<String> category = new Select<>();
    private final Checkbox included = new Checkbox(Words.of("billing.debit.taxIncluded"));
    private final TextField reason = new TextField(Words.of("billing.credit.reason"));

    /** @param categories that have a rate */
    DebitDialog(DebitNoteService debits, BillingAccountDetails account, List<String> categories) {
        this.debits = debits;
        this.account = account;
        setWidth("36rem");
        setHeaderTitle(Words.of("billing.debit.title", account.number()));
        kind.setLabel(Words.of("billing.line.kind"));
        kind.setItems(FEE, "lateFee", "damages");
        kind.setItemLabelGenerator(each -> Words.of("billing.line.kind." + each));
        kind.setValue(FEE);
        category.setLabel(Words.of("billing.taxCategory"));
        category.setItems(categories);
        category.setValue(
                categories.contains("standard")
                        ? "standard"
                        : categories.stream().findFirst().orElse(null));
        kind.addValueChangeListener(change -> {
            category.setEnabled(change.getValue().equals(FEE));
            included.setEnabled(change.getValue().equals(FEE));
        });
        description.setMaxLength(200);
        description.setRequiredIndicatorVisible(true);
        amount.setSuffixComponent(new Span(account.currency()));
        amount.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        add(
                new Paragraph(Words.of("billing.debit.text")),
                new FormLayout(kind, description, amount, category, included, reason));
        Button confirm = new Button(Words.of("billing.debit.confirm"), click -> issue());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("billing.cancel"), click -> close()), confirm);
    }

    private void issue() {
        if (amount.getValue() == null) {
            amount.setErrorMessage(Words.of("billing.payment.amount.missing"));
            amount.setInvalid(true);
            return;
        }
        boolean isFee = FEE.equals(kind.getValue());
        try {
            UUID note = debits.issue(
                    account.id(),
                    new DebitNoteRequest(
                            source,
                            reason.getValue(),
                            null,
                            List.of(new DebitLine(
                                    kind.getValue(),
                                    description.getValue(),
                                    Money.of(amount.getValue(), account.currency()),
                                    isFee ? category.getValue() : null,
                                    isFee && included.getValue()))));
            close();
            Notices.done(Words.of("billing.debit.done"));
            UI.getCurrent().navigate("invoices/" + note);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
