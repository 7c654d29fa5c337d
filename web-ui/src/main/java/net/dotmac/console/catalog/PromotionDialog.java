package net.dotmac.console.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionDetails;
import net.dotmac.catalog.PromotionService;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Query;

/** Asks what a code is to give, to whom and how often. */
class PromotionDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int OFFERINGS_AT_MOST = 1000;

    private final transient PromotionService promotions;
    private final transient Runnable done;
    private final TextField code = new TextField(Words.of("catalog.promotion.code"));
    private final TextField name = new TextField(Words.of("catalog.promotion.name"));
    private final Select<String> kind = new Select<>();
    private final BigDecimalField value = new BigDecimalField(Words.of("catalog.change.value"));
    private final TextField currency = new TextField(Words.of("catalog.promotion.currency"));
    private final IntegerField periods = new IntegerField(Words.of("catalog.promotion.periods"));
    private final DatePicker from = new DatePicker(Words.of("catalog.promotion.from"));
    private final DatePicker to = new DatePicker(Words.of("catalog.promotion.to"));
    private final IntegerField usesAtMost = new IntegerField(Words.of("catalog.promotion.usesAtMost"));
    private final IntegerField eachAtMost = new IntegerField(Words.of("catalog.promotion.eachAtMost"));
    private final MultiSelectComboBox<OfferingDetails> offerings =
            new MultiSelectComboBox<>(Words.of("catalog.promotion.offerings"));

    PromotionDialog(PromotionService promotions, CatalogService catalog, LocalDate today, Runnable done) {
        this.promotions = promotions;
        this.done = done;
        setHeaderTitle(Words.of("catalog.promotion.new"));
        setWidth("min(720px, 96vw)");
        kind.setLabel(Words.of("catalog.change.kind"));
        kind.setItems(PromotionData.PERCENT, PromotionData.AMOUNT);
        kind.setItemLabelGenerator(each -> Words.of("catalog.promotion.kind." + each));
        kind.addValueChangeListener(
                change -> currency.setEnabled(change.getValue().equals(PromotionData.AMOUNT)));
        kind.setValue(PromotionData.PERCENT);
        currency.setEnabled(false);
        currency.setMaxLength(3);
        code.setMaxLength(40);
        code.setHelperText(Words.of("catalog.promotion.code.hint"));
        name.setMaxLength(200);
        name.setHelperText(Words.of("catalog.promotion.name.hint"));
        periods.setHelperText(Words.of("catalog.promotion.periods.hint"));
        usesAtMost.setHelperText(Words.of("catalog.promotion.usesAtMost.hint"));
        eachAtMost.setValue(1);
        from.setValue(today);
        offerings.setItems(
                catalog.offerings(Query.all().page(0, OFFERINGS_AT_MOST)).rows());
        offerings.setItemLabelGenerator(OfferingDetails::name);
        offerings.setHelperText(Words.of("catalog.promotion.offerings.hint"));
        FormLayout form =
                new FormLayout(code, name, kind, value, currency, periods, from, to, usesAtMost, eachAtMost, offerings);
        form.setColspan(offerings, 2);
        add(form);
        Button create = new Button(Words.of("catalog.promotion.create"), click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("customers.cancel"), click -> close()), create);
    }

    private void create() {
        try {
            PromotionDetails made = promotions.create(new PromotionData(
                    code.getValue(),
                    name.getValue(),
                    kind.getValue(),
                    value.getValue(),
                    currency.isEnabled() ? currency.getValue().strip().toUpperCase(Locale.ROOT) : null,
                    periods.getValue(),
                    from.getValue(),
                    to.getValue(),
                    usesAtMost.getValue(),
                    eachAtMost.getValue() == null ? 1 : eachAtMost.getValue(),
                    offerings.getValue().stream().map(OfferingDetails::id).toList()));
            close();
            Notices.done(Words.of("catalog.promotion.created", made.data().code()));
            done.run();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
