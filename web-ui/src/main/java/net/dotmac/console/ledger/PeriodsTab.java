package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ChosenDays;
import net.dotmac.ledger.ClosedPeriod;
import net.dotmac.ledger.NextClose;
import net.dotmac.ledger.PeriodService;
import net.dotmac.ledger.RecognitionService;

/** Which months are closed; here the next is closed and the last reopened. */
@Dependent
public class PeriodsTab implements LedgerTab {

    private final PeriodService periods;

    private final RecognitionService recognition;

    @Inject
    public PeriodsTab(PeriodService periods, RecognitionService recognition) {
        this.periods = periods;
        this.recognition = recognition;
    }

    @Override
    public String name() {
        return "periods";
    }

    @Override
    public String title() {
        return "ledger.periods";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Component content(QueryParameters shown) {
        List<ClosedPeriod> known = periods.list();
        NextClose next = periods.next();
        Div content = new Div(next(next));
        if (next.isOver()) {
            content.add(new DeferredPanel(recognition, next.month()));
        }
        content.add(policy(), history(known));
        content.addClassName("stack");
        return content;
    }

    private Panel next(NextClose next) {
        String month = Formats.month(next.month());
        Div line = new Div(
                !next.isOver()
                        ? new Badge(Words.of("ledger.next.notOver"), Badge.Tone.NEUTRAL)
                        : next.isPossible()
                                ? new Badge(Words.of("ledger.balanced"), Badge.Tone.GOOD)
                                : new Badge(Words.of("ledger.notBalanced"), Badge.Tone.BAD));
        line.addClassName("filters");
        if (next.isPossible() && Person.signedIn().may("ledger.close")) {
            Button close = new Button(Words.of("ledger.close", month), click -> confirm(next));
            close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            line.add(close);
        }
        Panel panel = new Panel(Words.of("ledger.next", month), line);
        next.differences().forEach(each -> panel.add(LedgerWords.quiet(each)));
        return panel;
    }

    private void confirm(NextClose next) {
        String month = Formats.month(next.month());
        Dialog dialog = new Dialog(Words.of("ledger.close", month));
        dialog.add(new Paragraph(
                Words.of("ledger.close.text", Formats.day(next.month().atEndOfMonth()))));
        Button close = new Button(Words.of("ledger.close", month), click -> {
            dialog.close();
            attempt(() -> periods.close(next.month()), Words.of("ledger.closed.done", month));
        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("ledger.cancel"), click -> dialog.close()), close);
        dialog.open();
    }

    private Panel policy() {
        Select<ChosenDays> choice = new Select<>();
        choice.setLabel(Words.of("ledger.policy"));
        choice.setItems(ChosenDays.values());
        choice.setItemLabelGenerator(each -> Words.of("ledger.policy." + each.wire()));
        choice.setValue(periods.chosenDays());
        choice.setReadOnly(!Person.signedIn().may("ledger.close"));
        choice.setWidth("28em");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt(() -> periods.setChosenDays(change.getValue()), Words.of("ledger.saved"));
            }
        });
        return new Panel(Words.of("ledger.policy.title"), LedgerWords.quiet(Words.of("ledger.policy.text")), choice);
    }

    private Component history(List<ClosedPeriod> known) {
        if (known.isEmpty()) {
            return new EmptyState(Words.of("ledger.noneClosed"), Words.of("ledger.noneClosed.text"));
        }
        Optional<ClosedPeriod> last =
                known.stream().filter(ClosedPeriod::isClosed).findFirst();
        Grid<ClosedPeriod> grid = LedgerWords.grid();
        grid.addColumn(each -> Formats.month(each.month()))
                .setHeader(Words.of("ledger.month"))
                .setAutoWidth(true);
        grid.addComponentColumn(each -> each.isClosed()
                        ? new Badge(Words.of("ledger.state.closed"), Badge.Tone.GOOD)
                        : new Badge(Words.of("ledger.state.reopened"), Badge.Tone.WARN))
                .setHeader(Words.of("ledger.state"))
                .setAutoWidth(true);
        grid.addColumn(each -> Words.of("ledger.byAt", each.closedBy(), Formats.time(each.closedAt())))
                .setHeader(Words.of("ledger.closedBy"));
        grid.addColumn(each -> each.isClosed()
                        ? ""
                        : Words.of("ledger.byAt", each.reopenedBy(), Formats.time(each.reopenedAt())) + ": "
                                + each.reopenReason())
                .setHeader(Words.of("ledger.reopenedBy"))
                .setFlexGrow(2);
        grid.addComponentColumn(each -> actions(each, last)).setHeader(Words.of("ledger.actions"));
        grid.setItems(known);
        return new Panel(Words.of("ledger.periods"), grid);
    }

    private Component actions(ClosedPeriod period, Optional<ClosedPeriod> last) {
        Div actions = new Div();
        actions.addClassName("tools");
        if (period.isClosed()) {
            actions.add(tertiary(Words.of("ledger.kept"), () -> kept(period)));
        }
        if (last.filter(period::equals).isPresent() && Person.signedIn().may("ledger.reopen")) {
            actions.add(tertiary(Words.of("ledger.reopen"), () -> reopen(period)));
        }
        return actions;
    }

    private static Button tertiary(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void kept(ClosedPeriod period) {
        Dialog dialog = new Dialog(
                Words.of("ledger.balance.of", Formats.day(period.month().atEndOfMonth())));
        dialog.setWidth("48em");
        dialog.add(TrialBalanceTab.table(periods.closingBalance(period.month())));
        dialog.getFooter().add(new Button(Words.of("ledger.shut"), click -> dialog.close()));
        dialog.open();
    }

    private void reopen(ClosedPeriod period) {
        String month = Formats.month(period.month());
        Dialog dialog = new Dialog(Words.of("ledger.reopen.title", month));
        TextArea reason = new TextArea(Words.of("ledger.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        dialog.add(new Paragraph(Words.of("ledger.reopen.text")), reason);
        Button reopen = new Button(Words.of("ledger.reopen"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(Words.of("ledger.reason.missing"));
                reason.setInvalid(true);
            } else {
                dialog.close();
                attempt(
                        () -> periods.reopen(period.month(), reason.getValue()),
                        Words.of("ledger.reopened.done", month));
            }
        });
        reopen.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("ledger.cancel"), click -> dialog.close()), reopen);
        dialog.open();
    }

    private static void attempt(Runnable change, String done) {
        try {
            change.run();
            Notices.done(done);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
