package net.dotmac.console.prepaid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.billing.QuotationService;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerService;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.prepaid.DepositService;
import net.dotmac.prepaid.DepositTotal;

/** Security deposits: what is asked for, what lies there, and what became of the others. */
@NeedsPermission("deposit.read")
@Route(value = "deposits", layout = ConsoleLayout.class)
public class DepositsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String SHOW = "show";

    private final transient DepositService deposits;
    private final PageHead head = new PageHead(Words.of("prepaid.deposits"));
    private final ListPage<DepositRow> list;
    private final ListBar bar;

    @Inject
    DepositsView(
            DepositService deposits,
            DepositRows rows,
            CustomerService customers,
            QuotationService quotations,
            SavedFilterService saved) {
        this.deposits = deposits;
        addClassName("fills");
        list = new ListPage<>(query -> rows.page(latestFirst(query)));
        columns();
        list.opens(row -> "deposits/" + row.deposit().id());
        bar = new ListBar("deposits", list, saved)
                .choice(
                        SHOW,
                        Words.of("prepaid.deposit.show"),
                        List.of("current", "asked", "held", "released", "cancelled"),
                        each -> Words.of("prepaid.deposit.show." + each));
        if (Person.signedIn().may("deposit.write")) {
            Button ask = new Button(Words.of("prepaid.deposit.ask"), click -> new AskDepositDialog(
                            deposits, customers, quotations, made -> UI.getCurrent()
                                    .navigate("deposits/" + made.id()))
                    .open());
            ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(ask);
        }
        add(head, bar, list);
    }

    private static Query latestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("askedOn", true) : query;
    }

    private void columns() {
        list.text(Words.of("prepaid.account"), DepositRow::account, null).setFlexGrow(0);
        list.text(Words.of("prepaid.customer"), DepositRow::customer, null);
        list.badge(Words.of("prepaid.state"), row -> DepositWords.state(row.deposit()));
        list.number(
                Words.of("prepaid.deposit.asked"),
                row -> DepositWords.money(
                        row.deposit().askedMinor(), row.deposit().currency()),
                "askedMinor");
        list.number(
                Words.of("prepaid.deposit.held"),
                row -> DepositWords.money(
                        row.deposit().heldMinor(), row.deposit().currency()),
                null);
        list.text(
                        Words.of("prepaid.deposit.askedOn"),
                        row -> Formats.day(row.deposit().askedOn()),
                        "askedOn")
                .setFlexGrow(0);
        list.text(Words.of("prepaid.reason"), row -> row.deposit().reason(), null)
                .setFlexGrow(2);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            String chosen = shown.chosen(SHOW);
            switch (chosen) {
                case "asked" -> filters.add(Filter.equal("state", "asked", "partlyReceived"));
                case "held", "released", "cancelled" -> filters.add(Filter.equal("state", chosen));
                default -> filters.add(Filter.equal("state", "asked", "partlyReceived", "held"));
            }
        });
        List<DepositTotal> totals = deposits.totals();
        head.badges(
                totals.isEmpty()
                        ? new Component[] {new Badge(Words.of("prepaid.deposit.none"), Badge.Tone.NEUTRAL)}
                        : totals.stream().map(DepositsView::badge).toArray(Component[]::new));
    }

    private static Badge badge(DepositTotal total) {
        return new Badge(
                Words.of(
                        "prepaid.deposit.total",
                        DepositWords.money(total.heldMinor(), total.currency()),
                        DepositWords.money(total.askedMinor(), total.currency())),
                Badge.Tone.INFO);
    }

    @Override
    public String getPageTitle() {
        return Words.of("prepaid.deposits") + " · DotMac";
    }
}
