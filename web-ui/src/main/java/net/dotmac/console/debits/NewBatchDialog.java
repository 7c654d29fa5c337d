package net.dotmac.console.debits;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.DirectDebitPlan;
import net.dotmac.payments.DirectDebitService;

/** Shows what a day would collect and leave out, and makes the batch. */
class NewBatchDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient DirectDebitService debits;
    private final DatePicker day = new DatePicker(Words.of("debits.collectOn"));
    private final Div preview = new Div();
    private final Button create = new Button(Words.of("debits.create"));

    NewBatchDialog(DirectDebitService debits) {
        this.debits = debits;
        setHeaderTitle(Words.of("debits.new"));
        setWidth("min(560px, 96vw)");
        preview.addClassName("stack");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickListener(click -> create());
        day.setHelperText(Words.of("debits.collectOn.hint"));
        show(null);
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
            }
        });
        add(day, preview);
        getFooter().add(new Button(Words.of("debits.close"), click -> close()), create);
    }

    private void show(LocalDate wanted) {
        preview.removeAll();
        create.setEnabled(false);
        try {
            DirectDebitPlan plan = debits.plan(wanted);
            day.setValue(plan.collectOn());
            day.setInvalid(false);
            preview.add(new Paragraph(Words.of(
                    "debits.preview",
                    plan.lines().size(),
                    DebitWords.euros(plan.sumMinor()),
                    Formats.day(plan.collectOn()))));
            if (!plan.leftOut().isEmpty()) {
                preview.add(new Paragraph(Words.of("debits.leftOut")), leftOut(plan));
            }
            create.setEnabled(!plan.lines().isEmpty());
        } catch (DomainException e) {
            day.setErrorMessage(e.getMessage());
            day.setInvalid(true);
        }
    }

    private static UnorderedList leftOut(DirectDebitPlan plan) {
        UnorderedList list = new UnorderedList();
        plan.leftOut().stream()
                .collect(Collectors.groupingBy(DirectDebitPlan.LeftOut::reason, TreeMap::new, Collectors.toList()))
                .forEach((reason, some) -> list.add(new ListItem(Words.of(
                        "debits.leftOut." + reason,
                        some.size(),
                        DebitWords.euros(some.stream()
                                .mapToLong(DirectDebitPlan.LeftOut::openMinor)
                                .sum())))));
        return list;
    }

    private void create() {
        try {
            UI.getCurrent()
                    .navigate("direct-debits/" + debits.create(day.getValue()).id());
            close();
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
