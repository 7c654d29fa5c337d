package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningStep;
import net.dotmac.console.parts.Words;

/** The fields of a policy, in three parts. */
class DunningPolicyForm {

    private static final int STEP_DAYS_LATER = 14;

    private final String customerClass;
    private final IntegerField grace = new IntegerField(Words.of("collections.policy.grace"));
    private final BigDecimalField minimum = new BigDecimalField(Words.of("collections.policy.minimum"));
    private final Checkbox isLate = new Checkbox(Words.of("collections.policy.late"));
    private final BigDecimalField percent = new BigDecimalField(Words.of("collections.policy.late.percent"));
    private final BigDecimalField least = new BigDecimalField(Words.of("collections.policy.late.minimum"));
    private final BigDecimalField most = new BigDecimalField(Words.of("collections.policy.late.maximum"));
    private final Checkbox isReconnect = new Checkbox(Words.of("collections.policy.reconnect"));
    private final BigDecimalField fee = new BigDecimalField(Words.of("collections.policy.reconnect.amount"));
    private final TextField tax = new TextField(Words.of("collections.policy.reconnect.tax"));
    private final Checkbox taxIncluded = new Checkbox(Words.of("collections.policy.reconnect.included"));
    private final Div stepRows = new Div();
    private final List<StepRow> rows = new ArrayList<>();

    private record StepRow(
            Div row, IntegerField days, Checkbox inBusinessDays, MultiSelectComboBox<DunningAction> actions) {}

    DunningPolicyForm(DunningPolicy policy) {
        customerClass = policy.customerClass();
        grace.setValue(policy.graceDays());
        minimum.setValue(policy.minimum());
        minimum.setTooltipText(Words.of("collections.policy.currency"));
        DunningPolicy.LateFee late = policy.lateFee();
        isLate.setValue(late != null);
        percent.setValue(late == null ? new BigDecimal("5") : late.percent());
        least.setValue(late == null ? new BigDecimal("5") : late.minimum());
        most.setValue(late == null ? new BigDecimal("25") : late.maximum());
        DunningPolicy.ReconnectFee reconnect = policy.reconnectFee();
        isReconnect.setValue(reconnect != null);
        fee.setValue(reconnect == null ? new BigDecimal("10") : reconnect.amount());
        tax.setValue(reconnect == null ? "standard" : reconnect.taxCategory());
        taxIncluded.setValue(reconnect == null || reconnect.taxIncluded());
        policy.steps().forEach(this::addStep);
    }

    Component head() {
        return row(grace, minimum);
    }

    Component steps() {
        Button more = new Button(
                Words.of("collections.policy.addStep"),
                click -> addStep(new DunningStep(
                        rows.stream()
                                        .map(each -> each.days().getValue())
                                        .filter(Objects::nonNull)
                                        .max(Integer::compare)
                                        .orElse(0)
                                + STEP_DAYS_LATER,
                        false,
                        List.of(DunningAction.NOTICE))));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new Div(stepRows, more);
    }

    Component fees() {
        Div lateFields = row(percent, least, most);
        Div reconnectFields = row(fee, tax, taxIncluded);
        lateFields.setVisible(isLate.getValue());
        reconnectFields.setVisible(isReconnect.getValue());
        isLate.addValueChangeListener(change -> lateFields.setVisible(change.getValue()));
        isReconnect.addValueChangeListener(change -> reconnectFields.setVisible(change.getValue()));
        return new Div(isLate, lateFields, isReconnect, reconnectFields);
    }

    private void addStep(DunningStep step) {
        IntegerField days = new IntegerField(Words.of("collections.policy.days"));
        days.setWidth("13rem");
        days.setValue(step.days());
        Checkbox inBusinessDays = new Checkbox(Words.of("collections.policy.businessDays"), step.inBusinessDays());
        MultiSelectComboBox<DunningAction> actions = new MultiSelectComboBox<>(Words.of("collections.policy.actions"));
        actions.setItems(DunningAction.values());
        actions.setItemLabelGenerator(each -> Words.of("collections.action." + each.wire()));
        actions.setValue(step.actions());
        actions.setWidth("28rem");
        Button remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(Words.of("collections.policy.removeStep"));
        StepRow row = new StepRow(row(days, inBusinessDays, actions, remove), days, inBusinessDays, actions);
        remove.addClickListener(click -> {
            rows.remove(row);
            stepRows.remove(row.row());
        });
        rows.add(row);
        stepRows.add(row.row());
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("filters");
        return row;
    }

    /** What the fields say, or null if one that is needed is empty. */
    DunningPolicy policy() {
        boolean isWhole = grace.getValue() != null
                && minimum.getValue() != null
                && rows.stream().noneMatch(each -> each.days().getValue() == null)
                && (!isLate.getValue() || Stream.of(percent, least, most).noneMatch(each -> each.getValue() == null))
                && (!isReconnect.getValue() || fee.getValue() != null);
        if (!isWhole) {
            return null;
        }
        return new DunningPolicy(
                customerClass,
                grace.getValue(),
                minimum.getValue(),
                rows.stream()
                        .map(each -> new DunningStep(
                                each.days().getValue(),
                                each.inBusinessDays().getValue(),
                                ordered(each.actions().getValue())))
                        .toList(),
                isLate.getValue()
                        ? new DunningPolicy.LateFee(percent.getValue(), least.getValue(), most.getValue())
                        : null,
                isReconnect.getValue()
                        ? new DunningPolicy.ReconnectFee(
                                fee.getValue(), tax.getValue().strip(), taxIncluded.getValue())
                        : null);
    }

    private static List<DunningAction> ordered(Set<DunningAction> actions) {
        return actions.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(actions));
    }
}
