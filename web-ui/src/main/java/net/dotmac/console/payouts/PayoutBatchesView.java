package net.dotmac.console.payouts;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.payments.PayoutBatchDetails;
import net.dotmac.payments.PayoutBatchService;

/** Files of payouts, the youngest first. */
@NeedsPermission("payout.read")
@Route(value = "payout-batches", layout = ConsoleLayout.class)
public class PayoutBatchesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "handedOver", "cancelled");

    private final ListBar bar;

    @Inject
    PayoutBatchesView(PayoutBatchService batches, SavedFilterService saved) {
        addClassName("fills");
        ListPage<PayoutBatchDetails> list = new ListPage<>(
                query -> batches.list(query.sorts().isEmpty() ? query.orderBy("executeOn", true) : query));
        list.text(Words.of("payouts.executeOn"), row -> Formats.day(row.executeOn()), "executeOn");
        list.badge(Words.of("payouts.state"), row -> PayoutWords.batch(row.state()));
        list.number(Words.of("payouts.count"), row -> Formats.count(row.count()), null);
        list.number(Words.of("payouts.sum"), row -> PayoutWords.money(row.sumMinor(), "EUR"), null);
        list.text(Words.of("payouts.messageId"), PayoutBatchDetails::messageId, null);
        list.text(Words.of("payouts.createdBy"), PayoutBatchDetails::createdBy, null);
        list.opens(row -> "payout-batches/" + row.id());
        bar = new ListBar("payout-batches", list, saved)
                .choice(
                        STATE,
                        Words.of("payouts.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "payouts.anyState" : "payouts.batch.state." + each));
        add(new PageHead(Words.of("payouts.batches")), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("payouts.batches") + " · DotMac";
    }
}
