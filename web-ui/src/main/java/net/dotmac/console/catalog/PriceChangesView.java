package net.dotmac.console.catalog;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.catalog.CatalogService;
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
import net.dotmac.platform.ClockService;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;

/** What customers will pay otherwise, and from when on. */
@NeedsPermission("priceChange.read")
@Route(value = "price-changes", layout = ConsoleLayout.class)
public class PriceChangesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "planned", "applied", "withdrawn");

    private final ListBar bar;

    @Inject
    public PriceChangesView(
            PriceChangeService changes, CatalogService catalog, ClockService clock, SavedFilterService saved) {
        addClassName("fills");
        PageHead head = new PageHead(Words.of("catalog.changes"));
        if (Person.signedIn().may("priceChange.write")) {
            Button plan = new Button(
                    Words.of("catalog.change.new"),
                    click -> new PriceChangeDialog(changes, catalog, clock.today()).open());
            plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(plan);
        }
        ListPage<PriceChangeDetails> list = new ListPage<>(
                query -> changes.list(query.sorts().isEmpty() ? query.orderBy("effectiveOn", true) : query));
        list.text(Words.of("catalog.change.name"), row -> row.data().name(), "name");
        list.badge(Words.of("catalog.status"), PriceChangesView::state);
        list.text(
                Words.of("catalog.change.effectiveOn"),
                row -> Formats.day(row.data().effectiveOn()),
                "effectiveOn");
        list.text(Words.of("catalog.change.rule"), PriceChangesView::rule, null);
        list.number(Words.of("catalog.change.products"), row -> Formats.count(row.products()), null);
        list.text(Words.of("catalog.change.plannedBy"), PriceChangeDetails::plannedBy, null);
        list.text(Words.of("catalog.change.plannedAt"), row -> Formats.time(row.plannedAt()), "plannedAt");
        list.opens(row -> "price-changes/" + row.id());
        bar = new ListBar("price-changes", list, saved)
                .choice(
                        STATE,
                        Words.of("catalog.status"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "catalog.change.anyState" : "catalog.change.state." + each));
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
    }

    static Badge state(PriceChangeDetails change) {
        Badge.Tone tone =
                switch (change.state()) {
                    case "planned" -> Badge.Tone.INFO;
                    case "applied" -> Badge.Tone.GOOD;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Words.of("catalog.change.state." + change.state()), tone);
    }

    static String rule(PriceChangeDetails change) {
        PriceRule rule = change.data().rule();
        return Words.of(
                "catalog.change.by." + rule.kind().wire(),
                Formats.number(rule.value(), rule.kind() == PriceRule.Kind.PERCENT ? 1 : 2));
    }

    @Override
    public String getPageTitle() {
        return Words.of("catalog.changes") + " · DotMac";
    }
}
