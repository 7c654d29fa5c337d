package net.dotmac.console.ledger;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.time.YearMonth;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.DeferredRevenue;
import net.dotmac.ledger.RecognitionService;

/** Deferred revenue as of a month's end beside what the documents say, and the button that makes them agree. */
class DeferredPanel extends Panel {

    private static final long serialVersionUID = 1L;

    DeferredPanel(RecognitionService recognition, YearMonth month) {
        super(
                Words.of("ledger.deferred.of", Formats.day(month.atEndOfMonth())),
                LedgerWords.quiet(Words.of("ledger.deferred.text")));
        List<DeferredRevenue> amounts = recognition.deferred(month);
        if (amounts.isEmpty()) {
            add(LedgerWords.quiet(Words.of("ledger.deferred.none")));
            return;
        }
        Grid<DeferredRevenue> grid = LedgerWords.grid();
        grid.addColumn(DeferredRevenue::currency).setHeader(Words.of("ledger.currency"));
        LedgerWords.amount(
                grid, Words.of("ledger.booked"), each -> LedgerWords.money(each.bookedMinor(), each.currency()));
        LedgerWords.amount(
                grid, Words.of("ledger.unserved"), each -> LedgerWords.money(each.unservedMinor(), each.currency()));
        grid.addComponentColumn(each -> each.differenceMinor() == 0
                        ? new Badge(Words.of("ledger.recognised"), Badge.Tone.GOOD)
                        : new Badge(Words.of("ledger.notRecognised"), Badge.Tone.WARN))
                .setHeader(Words.of("ledger.state"));
        grid.setItems(amounts);
        add(grid);
        boolean isDue = amounts.stream().anyMatch(each -> each.differenceMinor() != 0);
        if (isDue && Person.signedIn().may("ledger.close")) {
            Button recognise = new Button(Words.of("ledger.recognise"), click -> recognise(recognition, month));
            Div line = new Div(recognise);
            line.addClassName("filters");
            add(line);
        }
    }

    private static void recognise(RecognitionService recognition, YearMonth month) {
        try {
            recognition.recognise(month);
            Notices.done(Words.of("ledger.recognised.done", Formats.month(month)));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
