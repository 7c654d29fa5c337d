package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.platform.ClockService;

/** All balances as of a day, and whether the control accounts agree with the open items of that day. */
@Dependent
public class TrialBalanceTab implements LedgerTab {

    private final LedgerService ledger;
    private final ClockService clock;

    @Inject
    public TrialBalanceTab(LedgerService ledger, ClockService clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public String title() {
        return "ledger.balance";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Component content(QueryParameters shown) {
        LocalDate day = AsOf.day(shown, "asOf", clock.today());
        TrialBalance balance = ledger.trialBalance(day);
        Div bar = new Div(AsOf.picker(shown, "asOf", day), verdict(balance));
        bar.addClassName("filters");
        Div content = new Div(bar);
        content.addClassName("stack");
        balance.differences().forEach(each -> content.add(LedgerWords.quiet(each)));
        content.add(
                balance.accounts().isEmpty()
                        ? new EmptyState(Words.of("ledger.nothingBooked"), Words.of("ledger.nothingBooked.text"))
                        : new Panel(Words.of("ledger.balance.of", Formats.day(day)), table(balance)));
        return content;
    }

    private static Badge verdict(TrialBalance balance) {
        return balance.isBalanced()
                ? new Badge(Words.of("ledger.balanced"), Badge.Tone.GOOD)
                : new Badge(Words.of("ledger.notBalanced"), Badge.Tone.BAD);
    }

    static Grid<TrialBalance.Row> table(TrialBalance balance) {
        Grid<TrialBalance.Row> grid = LedgerWords.grid();
        grid.addColumn(row -> Words.of("ledger.account." + row.account().wire()))
                .setHeader(Words.of("ledger.account"))
                .setAutoWidth(true);
        LedgerWords.amount(grid, Words.of("ledger.debit"), row -> LedgerWords.money(row.debitMinor(), row.currency()));
        LedgerWords.amount(
                grid, Words.of("ledger.credit"), row -> LedgerWords.money(row.creditMinor(), row.currency()));
        LedgerWords.amount(grid, Words.of("ledger.sum"), row -> LedgerWords.money(row.balanceMinor(), row.currency()));
        grid.setItems(balance.accounts());
        return grid;
    }
}
