package net.dotmac.console.prepaid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.prepaid.VoucherBatchData;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.prepaid.VoucherBatchService;

/** Makes a batch of vouchers. */
class MakeVouchersDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int AT_MOST = 100_000;

    private final transient VoucherBatchService batches;
    private final transient Consumer<VoucherBatchDetails> done;
    private final String currency;
    private final TextField name = new TextField(Words.of("prepaid.voucher.name"));
    private final BigDecimalField value = new BigDecimalField(Words.of("prepaid.voucher.value"));
    private final IntegerField quantity = new IntegerField(Words.of("prepaid.voucher.quantity"));
    private final DatePicker expiresOn = new DatePicker(Words.of("prepaid.voucher.expiresOn"));

    MakeVouchersDialog(
            VoucherBatchService batches, LocalDate today, String currency, Consumer<VoucherBatchDetails> done) {
        this.batches = batches;
        this.done = done;
        this.currency = currency;
        setWidth("min(560px, 96vw)");
        setHeaderTitle(Words.of("prepaid.voucher.make"));
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        value.setSuffixComponent(new Span(currency));
        value.setRequiredIndicatorVisible(true);
        quantity.setMin(1);
        quantity.setMax(AT_MOST);
        quantity.setValue(100);
        expiresOn.setMin(today);
        expiresOn.setValue(today.plusYears(1));
        expiresOn.setHelperText(Words.of("prepaid.voucher.expiresOn.hint"));
        add(new Paragraph(Words.of("prepaid.voucher.make.text")), new FormLayout(name, value, quantity, expiresOn));
        Button confirm = new Button(Words.of("prepaid.voucher.make.confirm"), click -> make());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("prepaid.cancel"), click -> close()), confirm);
    }

    private void make() {
        try {
            BigDecimal amount = value.getValue() == null ? BigDecimal.ZERO : value.getValue();
            VoucherBatchDetails made = batches.make(new VoucherBatchData(
                    name.getValue(),
                    Money.of(amount, currency),
                    quantity.getValue() == null ? 0 : quantity.getValue(),
                    expiresOn.getValue()));
            close();
            done.accept(made);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
