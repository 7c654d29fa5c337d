package net.dotmac.console.billing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Collectors;
import net.dotmac.billing.CreditRequest;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/** Credits a document: all that is left of it, some of its lines, or an amount. */
class CreditDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final String WHOLE = "whole";
    private static final String LINES = "lines";
    private static final String AMOUNT = "amount";

    private final transient InvoiceService invoices;
    private final transient InvoiceDetails invoice;
    private final transient Runnable done;
    private final Select<String> extent = new Select<>();
    private final CheckboxGroup<InvoiceLineDetails> lines = new CheckboxGroup<>();
    private final BigDecimalField amount = new BigDecimalField(Words.of("billing.credit.amount"));
    private final TextField reason = new TextField(Words.of("billing.credit.reason"));

    CreditDialog(InvoiceService invoices, InvoiceDetails invoice, Runnable done) {
        this.invoices = invoices;
        this.invoice = invoice;
        this.done = done;
        setWidth("36rem");
        setHeaderTitle(Words.of("billing.credit.title", invoice.number()));
        extent.setLabel(Words.of("billing.credit.extent"));
        extent.setItems(WHOLE, LINES, AMOUNT);
        extent.setItemLabelGenerator(each -> Words.of("billing.credit.extent." + each));
        lines.setLabel(Words.of("billing.lines"));
        lines.setItems(invoices.lines(List.of(invoice.id())));
        lines.setItemLabelGenerator(line -> line.lineNo() + "  " + line.description() + ", "
                + BillingWords.money(line.netMinor() + line.taxMinor(), invoice.currency()));
        amount.setSuffixComponent(new Span(invoice.currency()));
        extent.addValueChangeListener(change -> showOnly(change.getValue()));
        extent.setValue(WHOLE);
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(extent, amount, lines, reason);
        form.setColspan(lines, 2);
        form.setColspan(reason, 2);
        add(new Paragraph(Words.of("billing.credit.text")), form);
        Button confirm = new Button(Words.of("billing.credit.confirm"), click -> issue());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("billing.cancel"), click -> close()), confirm);
    }

    private void showOnly(String chosen) {
        lines.setVisible(chosen.equals(LINES));
        amount.setVisible(chosen.equals(AMOUNT));
    }

    private void issue() {
        if (extent.getValue().equals(AMOUNT) && amount.getValue() == null) {
            amount.setErrorMessage(Words.of("billing.payment.amount.missing"));
            amount.setInvalid(true);
            return;
        }
        try {
            InvoiceDetails note = invoices.credit(invoice.id(), request());
            close();
            Notices.done(Words.of("billing.credit.done", note.number()));
            done.run();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private CreditRequest request() {
        return switch (extent.getValue()) {
            case LINES ->
                CreditRequest.ofLines(
                        lines.getValue().stream()
                                .map(InvoiceLineDetails::lineNo)
                                .collect(Collectors.toSet()),
                        reason.getValue());
            case AMOUNT -> CreditRequest.ofAmount(Money.of(amount.getValue(), invoice.currency()), reason.getValue());
            default -> CreditRequest.whole(reason.getValue());
        };
    }
}
