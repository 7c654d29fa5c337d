package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.collections.AgreementService;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.Instalment;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/** What staff decide on a case, each asked for in a dialog of its own. */
class CaseDialogs {

    private static final int PARTS_AT_MOST = 60;

    private final CaseService cases;
    private final AgreementService agreements;
    private final CaseDetails about;
    private final LocalDate today;
    private final Runnable done;

    CaseDialogs(CaseService cases, AgreementService agreements, CaseDetails about, LocalDate today, Runnable done) {
        this.cases = cases;
        this.agreements = agreements;
        this.about = about;
        this.today = today;
        this.done = done;
    }

    Dialog pause() {
        DatePicker until = day("collections.pausedUntil", today.plusDays(14));
        TextField reason = text("collections.reason");
        return dialog(
                "collections.pause", () -> cases.pause(about.id(), until.getValue(), reason.getValue()), until, reason);
    }

    Dialog promise() {
        BigDecimalField amount = new BigDecimalField(Words.of("collections.amount"));
        amount.setValue(new Money(about.dunnedMinor(), about.currency()).amount());
        amount.setSuffixComponent(new Span(about.currency()));
        DatePicker due = day("collections.promise.dueOn", today.plusDays(7));
        TextField note = text("collections.note");
        return dialog(
                "collections.promise",
                () -> agreements.promise(
                        about.id(),
                        Money.of(amount.getValue() == null ? BigDecimal.ZERO : amount.getValue(), about.currency()),
                        due.getValue(),
                        blankToNull(note)),
                amount,
                due,
                note);
    }

    /** Equal parts a month apart; what does not divide is in the first. */
    Dialog arrangement() {
        IntegerField parts = new IntegerField(Words.of("collections.arrange.parts"));
        parts.setMin(2);
        parts.setMax(PARTS_AT_MOST);
        parts.setStepButtonsVisible(true);
        parts.setValue(3);
        DatePicker first = day("collections.arrange.first", today.plusDays(7));
        TextField note = text("collections.note");
        Paragraph preview = new Paragraph();
        Runnable tell = () -> preview.setText(Words.of(
                "collections.arrange.preview",
                CaseWords.money(about.dunnedMinor(), about.currency()),
                parts.getValue() == null || parts.getValue() < 1
                        ? "–"
                        : CaseWords.money(about.dunnedMinor() / parts.getValue(), about.currency())));
        parts.addValueChangeListener(change -> tell.run());
        tell.run();
        return dialog(
                "collections.arrange",
                () -> agreements.arrange(
                        about.id(), instalments(parts.getValue(), first.getValue()), blankToNull(note)),
                parts,
                first,
                note,
                preview);
    }

    private List<Instalment> instalments(Integer parts, LocalDate first) {
        List<Instalment> instalments = new ArrayList<>();
        if (parts == null || parts < 2 || parts > PARTS_AT_MOST || first == null) {
            return instalments;
        }
        long each = about.dunnedMinor() / parts;
        for (int i = 0; i < parts; i++) {
            long amount = i == 0 ? about.dunnedMinor() - each * (parts - 1) : each;
            instalments.add(new Instalment(first.plusMonths(i), amount));
        }
        return instalments;
    }

    Dialog dispute(UUID document) {
        TextField reason = text("collections.reason");
        return dialog("collections.dispute", () -> agreements.dispute(about.id(), document, reason.getValue()), reason);
    }

    Dialog resolution(UUID dispute) {
        TextField resolution = text("collections.resolution");
        return dialog(
                "collections.resolve",
                () -> agreements.resolve(about.id(), dispute, resolution.getValue()),
                resolution);
    }

    private Dialog dialog(String key, Runnable decision, Component... fields) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Words.of(key));
        dialog.setWidth("min(560px, 96vw)");
        dialog.add(new Paragraph(Words.of(key + ".text")), new FormLayout(fields));
        Button save = new Button(Words.of(key), click -> {
            try {
                decision.run();
                dialog.close();
                Notices.done(Words.of("collections.done"));
                done.run();
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("collections.cancel"), click -> dialog.close()), save);
        return dialog;
    }

    private static DatePicker day(String key, LocalDate value) {
        DatePicker field = new DatePicker(Words.of(key));
        field.setValue(value);
        return field;
    }

    private static TextField text(String key) {
        TextField field = new TextField(Words.of(key));
        field.setMaxLength(500);
        return field;
    }

    private static String blankToNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }
}
