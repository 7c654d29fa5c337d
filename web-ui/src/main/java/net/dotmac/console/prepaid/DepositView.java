package net.dotmac.console.prepaid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.LedgerService;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositMovement;
import net.dotmac.prepaid.DepositService;

/** One deposit: whose it is, what came in and went out, and what can be done with it. */
@NeedsPermission("deposit.read")
@Route(value = "deposits/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class DepositView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient DepositService deposits;
    private final transient DepositRows rows;
    private final transient LedgerService ledger;
    private transient DepositRow row;

    @Inject
    DepositView(DepositService deposits, DepositRows rows, LedgerService ledger) {
        this.deposits = deposits;
        this.rows = rows;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new));
    }

    private void show(UUID id) {
        DepositDetails deposit = deposits.get(id);
        row = rows.row(deposit);
        removeAll();
        PageHead head = new PageHead(title());
        head.badges(DepositWords.state(deposit));
        actions(head, deposit);
        List<DepositMovement> movements = deposits.movements(id);
        add(
                head,
                new Panel(Words.of("prepaid.deposit"), facts(deposit)),
                new Panel(
                        Words.of("prepaid.deposit.movements"),
                        movements.isEmpty()
                                ? new Span(Words.of("prepaid.deposit.movements.none"))
                                : table(movements, deposit.currency())));
    }

    private String title() {
        return Words.of("prepaid.deposit.of", row.customer());
    }

    private void actions(PageHead head, DepositDetails deposit) {
        DepositDialogs dialogs = new DepositDialogs(deposits, deposit, () -> show(deposit.id()));
        if (deposit.isOpen() && Person.signedIn().may("deposit.write")) {
            Button receive = new Button(Words.of("prepaid.deposit.receive"), click -> dialogs.receive()
                    .open());
            receive.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(receive);
            long credit = creditOf(deposit);
            if (credit > 0) {
                head.actions(new Button(Words.of("prepaid.deposit.allot"), click -> dialogs.allot(credit)
                        .open()));
            }
            if (deposit.state().equals("asked")) {
                head.actions(new Button(Words.of("prepaid.deposit.cancel"), click -> cancel(deposit)));
            }
        }
        if (deposit.heldMinor() > 0 && Person.signedIn().may("deposit.release")) {
            head.actions(new Button(Words.of("prepaid.deposit.release"), click -> dialogs.release()
                    .open()));
        }
    }

    private long creditOf(DepositDetails deposit) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.balances(List.of(deposit.billingAccountId())).stream()
                    .filter(balance -> balance.currency().equals(deposit.currency()))
                    .mapToLong(balance -> balance.creditMinor())
                    .sum();
        }
    }

    private void cancel(DepositDetails deposit) {
        try {
            deposits.cancel(deposit.id());
            Notices.done(Words.of("prepaid.done"));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        show(deposit.id());
    }

    private Facts facts(DepositDetails deposit) {
        String currency = deposit.currency();
        return new Facts()
                .with(Words.of("prepaid.customer"), link(row.customer(), "customers/" + deposit.customerId()))
                .with(Words.of("prepaid.account"), link(row.account(), "accounts/" + deposit.billingAccountId()))
                .with(Words.of("prepaid.reason"), deposit.reason())
                .with(Words.of("prepaid.deposit.asked"), DepositWords.money(deposit.askedMinor(), currency))
                .with(Words.of("prepaid.deposit.received"), DepositWords.money(deposit.receivedMinor(), currency))
                .with(Words.of("prepaid.deposit.returned"), DepositWords.money(deposit.returnedMinor(), currency))
                .with(Words.of("prepaid.deposit.held"), DepositWords.money(deposit.heldMinor(), currency))
                .with(Words.of("prepaid.deposit.askedOn"), Formats.day(deposit.askedOn()))
                .with(Words.of("prepaid.deposit.askedBy"), deposit.askedBy());
    }

    private static RouterLink link(String text, String address) {
        RouterLink link = new RouterLink();
        link.setText(text);
        link.getElement().setAttribute("href", address);
        return link;
    }

    private static Component table(List<DepositMovement> movements, String currency) {
        Grid<DepositMovement> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.setItems(movements);
        grid.addColumn(each -> Formats.day(each.day())).setHeader(Words.of("prepaid.day"));
        grid.addColumn(each -> Words.of("prepaid.deposit.kind." + each.kind())).setHeader(Words.of("prepaid.what"));
        grid.addColumn(each -> DepositWords.money(signed(each), currency))
                .setHeader(Words.of("prepaid.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(each -> "number");
        grid.addComponentColumn(each -> each.kind().equals("damages")
                        ? link(each.note(), "invoices/" + each.documentId())
                        : new Span(each.note() == null ? "–" : each.note()))
                .setHeader(Words.of("prepaid.note"))
                .setFlexGrow(2);
        grid.addColumn(DepositMovement::actor).setHeader(Words.of("prepaid.who"));
        return grid;
    }

    /** What went out is shown below zero. */
    private static long signed(DepositMovement movement) {
        boolean isIn = movement.kind().equals("received") || movement.kind().equals("allotted");
        return isIn ? movement.amountMinor() : -movement.amountMinor();
    }

    @Override
    public String getPageTitle() {
        return (row == null ? Words.of("prepaid.deposits") : title()) + " · DotMac";
    }
}
