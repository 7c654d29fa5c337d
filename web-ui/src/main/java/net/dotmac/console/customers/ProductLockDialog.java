package net.dotmac.console.customers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Map;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.services.LockData;
import net.dotmac.services.LockReason;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductLockService;

/** Pauses or locks a product; says before it is done whether the days are billed. */
class ProductLockDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ProductLockService locks;
    private final transient ProductDetails product;
    private final Select<LockReason> reason = new Select<>();
    private final DatePicker from = new DatePicker(Words.of("customers.lock.firstDay"));
    private final DatePicker last = new DatePicker(Words.of("customers.lock.lastDay"));
    private final Checkbox billed = new Checkbox(Words.of("customers.lock.billedDays"));
    private final TextField note = new TextField(Words.of("customers.lock.note"));

    ProductLockDialog(ProductLockService locks, ProductDetails product, LocalDate today) {
        this.locks = locks;
        this.product = product;
        setHeaderTitle(Words.of("customers.lock.title", product.name()));
        setWidth("min(640px, 96vw)");
        Map<LockReason, Boolean> policies = locks.policies();
        reason.setLabel(Words.of("customers.lock.reason"));
        reason.setItems(LockReason.values());
        reason.setItemLabelGenerator(each -> Words.of("customers.lock.reason." + each.wire()));
        reason.addValueChangeListener(event -> billed.setValue(policies.get(event.getValue())));
        reason.setValue(LockReason.CUSTOMER);
        from.setValue(today);
        last.setHelperText(Words.of("customers.lock.lastDay.hint"));
        billed.setHelperText(Words.of("customers.lock.billedDays.hint"));
        note.setMaxLength(500);
        add(new FormLayout(reason, note, from, last, billed));
        Button save = new Button(Words.of("customers.lock.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("customers.cancel"), click -> close()), save);
    }

    private void save() {
        try {
            locks.lock(
                    product.id(),
                    new LockData(
                            reason.getValue(),
                            from.getValue(),
                            last.getValue() == null ? null : last.getValue().plusDays(1),
                            billed.getValue(),
                            note.getValue().isBlank() ? null : note.getValue()));
            close();
            Notices.done(Words.of("customers.lock.done", product.name()));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
