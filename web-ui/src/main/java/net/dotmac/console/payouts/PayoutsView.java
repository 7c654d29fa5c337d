package net.dotmac.console.payouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.payments.PayoutService;
import net.dotmac.payments.PayoutTotal;

/** Payouts, the youngest first: what waits for approval, for the bank, and what came of the others. */
@NeedsPermission("payout.read")
@Route(value = "payouts", layout = ConsoleLayout.class)
public class PayoutsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES =
            List.of("", "requested", "approved", "handedOver", "paid", "rejected", "returned", "cancelled");

    private final transient PayoutService payouts;
    private final transient PayoutBatchService batches;
    private final PageHead head = new PageHead(Words.of("payouts.title"));
    private final ListBar bar;

    @Inject
    PayoutsView(PayoutService payouts, PayoutBatchService batches, SavedFilterService saved) {
        this.payouts = payouts;
        this.batches = batches;
        addClassName("fills");
        ListPage<PayoutDetails> list =
                new ListPage<>(query -> payouts.list(query.sorts().isEmpty() ? query.orderBy("id", true) : query));
        list.text(Words.of("payouts.requestedAt"), row -> Formats.time(row.requestedAt()), "requestedAt");
        list.badge(Words.of("payouts.state"), row -> PayoutWords.state(row.state()));
        list.number(Words.of("payouts.amount"), PayoutWords::amount, "amountMinor");
        list.text(Words.of("payouts.receiver"), PayoutWords::receiver, null);
        list.text(Words.of("payouts.reason"), PayoutDetails::reason, null);
        list.text(Words.of("payouts.requestedBy"), PayoutDetails::requestedBy, null);
        list.text(Words.of("payouts.approvedBy"), PayoutDetails::approvedBy, null);
        list.text(Words.of("payouts.paidOn"), row -> PayoutWords.day(row.paidOn()), "paidOn");
        list.opens(row -> "payouts/" + row.id());
        bar = new ListBar("payouts", list, saved)
                .choice(
                        STATE,
                        Words.of("payouts.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "payouts.anyState" : "payouts.state." + each));
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PayoutTotal> totals = payouts.totals();
        head.badges(badges(totals));
        head.actions(actions(totals.stream().anyMatch(each -> each.state().equals("approved"))));
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
    }

    private static Component[] badges(List<PayoutTotal> totals) {
        return totals.stream()
                .map(each -> new Badge(
                        Words.of(
                                "payouts.total." + each.state(),
                                each.count(),
                                PayoutWords.money(each.sumMinor(), each.currency())),
                        each.state().equals("requested") ? Badge.Tone.WARN : Badge.Tone.NEUTRAL))
                .toArray(Component[]::new);
    }

    private Component[] actions(boolean hasApproved) {
        List<Component> actions = new ArrayList<>();
        if (Person.signedIn().may("payout.send")) {
            Button send = new Button(Words.of("payouts.send"), click -> new PayoutFileDialog(batches).open());
            if (hasApproved) {
                send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            send.setEnabled(hasApproved);
            actions.add(send);
            actions.add(new Button(Words.of("payouts.report"), click -> new PayoutReportDialog(batches).open()));
        }
        actions.add(
                new Button(Words.of("payouts.batches"), click -> UI.getCurrent().navigate("payout-batches")));
        return actions.toArray(Component[]::new);
    }

    @Override
    public String getPageTitle() {
        return Words.of("payouts.title") + " · DotMac";
    }
}
