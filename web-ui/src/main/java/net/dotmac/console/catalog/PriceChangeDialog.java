package net.dotmac.console.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceChangePreview;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;

/** Plans a change of prices; it is looked at before it can be planned. */
class PriceChangeDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int OFFERINGS_AT_MOST = 1000;

    private final transient PriceChangeService changes;
    private final TextField name = new TextField(Words.of("catalog.change.name"));
    private final ComboBox<OfferingDetails> offering = new ComboBox<>(Words.of("catalog.name"));
    private final Select<PriceRule.Kind> kind = new Select<>();
    private final BigDecimalField value = new BigDecimalField(Words.of("catalog.change.value"));
    private final DatePicker effectiveOn = new DatePicker(Words.of("catalog.change.effectiveOn"));
    private final DatePicker soldBefore = new DatePicker(Words.of("catalog.change.soldBefore"));
    private final Checkbox sparesBound = new Checkbox(Words.of("catalog.change.sparesBound"), true);
    private final Div outcome = new Div();
    private final Button plan = new Button(Words.of("catalog.change.plan"), click -> plan());

    PriceChangeDialog(PriceChangeService changes, CatalogService catalog, LocalDate today) {
        this.changes = changes;
        setHeaderTitle(Words.of("catalog.change.new"));
        setWidth("min(720px, 96vw)");
        offering.setItems(
                catalog.offerings(Query.all().page(0, OFFERINGS_AT_MOST)).rows());
        offering.setItemLabelGenerator(OfferingDetails::name);
        kind.setLabel(Words.of("catalog.change.kind"));
        kind.setItems(PriceRule.Kind.values());
        kind.setItemLabelGenerator(each -> Words.of("catalog.change.kind." + each.wire()));
        kind.setValue(PriceRule.Kind.PERCENT);
        effectiveOn.setMin(today.plusDays(1));
        effectiveOn.setHelperText(Words.of("catalog.change.effectiveOn.hint"));
        soldBefore.setHelperText(Words.of("catalog.change.soldBefore.hint"));
        outcome.getElement().setAttribute("role", "status");
        add(new FormLayout(name, offering, kind, value, effectiveOn, soldBefore, sparesBound), outcome);
        plan.setEnabled(false);
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button preview = new Button(Words.of("catalog.change.preview"), click -> preview());
        getFooter().add(new Button(Words.of("customers.cancel"), click -> close()), preview, plan);
    }

    private void preview() {
        try {
            PriceChangePreview preview = changes.preview(data());
            outcome.removeAll();
            outcome.add(new Div(Words.of("catalog.change.would", preview.products())));
            preview.sums()
                    .forEach(sum -> outcome.add(new Div(Words.of(
                            "catalog.change.sum",
                            Formats.price(sum.before(), sum.currency()),
                            Formats.price(sum.after(), sum.currency())))));
            plan.setEnabled(preview.products() > 0);
        } catch (DomainException e) {
            plan.setEnabled(false);
            Notices.problem(e.getMessage());
        }
    }

    private void plan() {
        try {
            PriceChangeDetails change = changes.plan(data());
            close();
            Notices.done(Words.of("catalog.change.planned", change.data().name()));
            UI.getCurrent().navigate("price-changes/" + change.id());
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private PriceChangeData data() {
        return new PriceChangeData(
                name.getValue(),
                offering.getValue() == null ? null : offering.getValue().id(),
                null,
                soldBefore.getValue(),
                sparesBound.getValue(),
                new PriceRule(kind.getValue(), value.getValue()),
                effectiveOn.getValue());
    }
}
