package net.dotmac.console.prepaid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositReceipt;
import net.dotmac.prepaid.DepositRelease;
import net.dotmac.prepaid.DepositService;

/** What staff do with a deposit, each asked for in a dialog of its own. */
class DepositDialogs {

    private final DepositService deposits;
    private final DepositDetails deposit;
    private final Runnable done;

    DepositDialogs(DepositService deposits, DepositDetails deposit, Runnable done) {
        this.deposits = deposits;
        this.deposit = deposit;
        this.done = done;
    }

    Dialog receive() {
        BigDecimalField amount = amount(deposit.askedMinor() - deposit.receivedMinor());
        Select<String> method = new Select<>();
        method.setLabel(Words.of("prepaid.method"));
        method.setItems("cash", "card", "bankTransfer", "other");
        method.setItemLabelGenerator(each -> Words.of("billing.method." + each));
        method.setValue("cash");
        DatePicker received = new DatePicker(Words.of("prepaid.receivedOn"));
        received.setHelperText(Words.of("prepaid.today"));
        TextField reference = new TextField(Words.of("prepaid.reference"));
        reference.setMaxLength(500);
        return dialog(
                "prepaid.deposit.receive",
                () -> deposits.receive(
                        deposit.id(),
                        new DepositReceipt(
                                money(amount), method.getValue(), blankToNull(reference), received.getValue())),
                amount,
                method,
                received,
                reference);
    }

    /** @param creditMinor what the account has to its credit */
    Dialog allot(long creditMinor) {
        BigDecimalField amount = amount(Math.min(creditMinor, deposit.askedMinor() - deposit.receivedMinor()));
        return dialog("prepaid.deposit.allot", () -> deposits.allot(deposit.id(), money(amount), null), amount);
    }

    Dialog release() {
        Select<String> kind = new Select<>();
        kind.setLabel(Words.of("prepaid.deposit.release.kind"));
        kind.setItems("setOff", "credit", "damages");
        kind.setItemLabelGenerator(each -> Words.of("prepaid.deposit.kind." + each));
        BigDecimalField amount = amount(deposit.heldMinor());
        TextField reason = new TextField(Words.of("prepaid.reason"));
        reason.setMaxLength(200);
        kind.addValueChangeListener(change -> {
            amount.setHelperText(Words.of("prepaid.deposit.hint." + change.getValue()));
            reason.setRequiredIndicatorVisible(change.getValue().equals("damages"));
        });
        kind.setValue("setOff");
        return dialog(
                "prepaid.deposit.release",
                () -> deposits.release(
                        deposit.id(), new DepositRelease(kind.getValue(), money(amount), null, blankToNull(reason))),
                kind,
                amount,
                reason);
    }

    private BigDecimalField amount(long minor) {
        BigDecimalField amount = new BigDecimalField(Words.of("prepaid.amount"));
        amount.setValue(new Money(minor, deposit.currency()).amount());
        amount.setSuffixComponent(new Span(deposit.currency()));
        amount.setRequiredIndicatorVisible(true);
        return amount;
    }

    private Money money(BigDecimalField amount) {
        return Money.of(amount.getValue() == null ? BigDecimal.ZERO : amount.getValue(), deposit.currency());
    }

    private static String blankToNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private Dialog dialog(String key, Runnable work, Component... fields) {
        Dialog dialog = new Dialog();
        dialog.setWidth("min(560px, 96vw)");
        dialog.setHeaderTitle(Words.of(key));
        dialog.add(new Paragraph(Words.of(key + ".text")), new FormLayout(fields));
        Button confirm = new Button(Words.of(key), click -> {
            try {
                work.run();
                dialog.close();
                Notices.done(Words.of("prepaid.done"));
                done.run();
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("prepaid.cancel"), click -> dialog.close()), confirm);
        return dialog;
    }
}
