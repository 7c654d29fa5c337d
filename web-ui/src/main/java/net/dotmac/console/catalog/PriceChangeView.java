package net.dotmac.console.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Page;
import net.dotmac.platform.ClockService;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceChangeItem;
import net.dotmac.services.PriceChangeService;

/** One change of prices, with each product's old and new price: the list that customers are told by. */
@NeedsPermission("priceChange.read")
@Route(value = "price-changes/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class PriceChangeView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PriceChangeService changes;
    private final transient ClockService clock;
    private final transient SavedFilterService saved;

    @Inject
    public PriceChangeView(PriceChangeService changes, ClockService clock, SavedFilterService saved) {
        this.changes = changes;
        this.clock = clock;
        this.saved = saved;
        addClassName("fills");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        PriceChangeDetails change = changes.get(id);
        removeAll();
        PageHead head = new PageHead(change.data().name());
        head.badges(PriceChangesView.state(change));
        boolean isOpen = change.state().equals("planned")
                && clock.today().isBefore(change.data().effectiveOn());
        if (isOpen && Person.signedIn().may("priceChange.write")) {
            Button withdraw = new Button(Words.of("catalog.change.withdraw"), click -> withdraw(id));
            withdraw.setTooltipText(Words.of("catalog.change.withdraw.hint"));
            head.actions(withdraw);
        }
        Facts facts = new Facts()
                .with(
                        Words.of("catalog.change.effectiveOn"),
                        Formats.day(change.data().effectiveOn()))
                .with(Words.of("catalog.change.rule"), PriceChangesView.rule(change))
                .with(Words.of("catalog.change.products"), Formats.count(change.products()))
                .with(Words.of("catalog.change.plannedBy"), change.plannedBy());
        ListPage<PriceChangeItem> list = new ListPage<>(
                query -> new Page<>(changes.items(id, query.offset(), query.limit()), change.products()));
        list.text(Words.of("catalog.change.product"), PriceChangeItem::productName, null);
        list.number(Words.of("catalog.change.before"), row -> Formats.price(row.unitPrice(), row.currency()), null);
        list.number(Words.of("catalog.change.after"), row -> Formats.price(row.newUnitPrice(), row.currency()), null);
        list.text(Words.of("catalog.change.from"), row -> Formats.day(row.from()), null);
        list.badge(Words.of("catalog.status"), PriceChangeView::state);
        list.opens(row -> "customers/" + row.customerId() + "?tab=products");
        ListBar bar = new ListBar("price-change", list, saved);
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {});
        add(head, facts, bar, list);
    }

    private static Badge state(PriceChangeItem item) {
        boolean isOut = item.state().equals("leftOut");
        String key = isOut ? "catalog.change.leftOut." + item.reason() : "catalog.change.state." + item.state();
        return new Badge(Words.of(key), item.state().equals("applied") ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
    }

    private void withdraw(UUID id) {
        try {
            changes.withdraw(id);
            Notices.done(Words.of("catalog.change.withdrawn"));
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("catalog.changes") + " · DotMac";
    }
}
