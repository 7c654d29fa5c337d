package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.ChartService;

/** The tenant's chart: the number and name that stand for each account of the journal. */
@Dependent
public class AccountsTab implements LedgerTab {

    private final ChartService chart;

    @Inject
    public AccountsTab(ChartService chart) {
        this.chart = chart;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String title() {
        return "ledger.accounts";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Component content(QueryParameters shown) {
        Grid<ChartEntry> grid = LedgerWords.grid();
        grid.addColumn(each -> Words.of("ledger.account." + each.account().wire()))
                .setHeader(Words.of("ledger.account"))
                .setAutoWidth(true);
        grid.addColumn(each -> each.taxKey().isEmpty() ? Words.of("ledger.taxKey.any") : each.taxKey())
                .setHeader(Words.of("ledger.taxKey"))
                .setAutoWidth(true);
        grid.addColumn(ChartEntry::number).setHeader(Words.of("ledger.number")).setAutoWidth(true);
        grid.addColumn(ChartEntry::name).setHeader(Words.of("ledger.name")).setFlexGrow(2);
        grid.addComponentColumn(each -> each.isDefault()
                        ? new Badge(Words.of("ledger.default"), Badge.Tone.NEUTRAL)
                        : new Badge(Words.of("ledger.own"), Badge.Tone.INFO))
                .setHeader(Words.of("ledger.origin"))
                .setAutoWidth(true);
        if (Person.signedIn().may("ledger.write")) {
            grid.addComponentColumn(each -> {
                        Button change = new Button(Words.of("ledger.change"), click -> edit(each));
                        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                        return change;
                    })
                    .setHeader(Words.of("ledger.actions"))
                    .setAutoWidth(true);
        }
        grid.setItems(chart.list());
        return new Panel(Words.of("ledger.accounts"), LedgerWords.quiet(Words.of("ledger.accounts.text")), grid);
    }

    private void edit(ChartEntry entry) {
        String what = Words.of("ledger.account." + entry.account().wire());
        Dialog dialog = new Dialog(entry.taxKey().isEmpty() ? what : what + ", " + entry.taxKey());
        TextField number = new TextField(Words.of("ledger.number"));
        number.setValue(entry.number());
        number.setMaxLength(20);
        TextField name = new TextField(Words.of("ledger.name"));
        name.setValue(entry.name());
        name.setMaxLength(100);
        Checkbox automatic = new Checkbox(Words.of("ledger.automatic"), entry.isAutomatic());
        dialog.add(new FormLayout(number, name, automatic));
        Button save = new Button(
                Words.of("ledger.save"),
                click -> attempt(
                        dialog,
                        () -> chart.put(new ChartEntry(
                                entry.account(),
                                entry.taxKey(),
                                number.getValue(),
                                name.getValue(),
                                automatic.getValue(),
                                false))));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (!entry.isDefault()) {
            dialog.getFooter()
                    .add(new Button(
                            Words.of("ledger.reset"),
                            click -> attempt(dialog, () -> chart.reset(entry.account(), entry.taxKey()))));
        }
        dialog.getFooter().add(new Button(Words.of("ledger.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private static void attempt(Dialog dialog, Runnable change) {
        try {
            change.run();
            dialog.close();
            Notices.done(Words.of("ledger.saved"));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }
}
