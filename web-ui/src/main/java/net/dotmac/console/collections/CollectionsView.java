package net.dotmac.console.collections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.CaseTotal;
import net.dotmac.console.parts.Badge;
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
import net.dotmac.kernel.query.Query;

/** The work list of overdue accounts: at which step each is, how much, and what happens next. */
@NeedsPermission("collection.read")
@Route(value = "collections", layout = ConsoleLayout.class)
public class CollectionsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String SHOW = "show";
    private static final List<String> CHOICES =
            List.of("open", "suspended", "promise", "arrangement", "dispute", "pause", "termination", "closed");

    private final transient CaseService cases;
    private final PageHead head = new PageHead(Words.of("collections.title"));
    private final ListPage<CaseRow> list;
    private final ListBar bar;

    @Inject
    CollectionsView(CaseService cases, CaseRows rows, SavedFilterService saved) {
        this.cases = cases;
        addClassName("fills");
        list = new ListPage<>(query -> rows.page(soonestFirst(query)));
        columns();
        list.opens(row -> "collections/" + row.about().id());
        bar = new ListBar("collections", list, saved)
                .choice(SHOW, Words.of("collections.show"), CHOICES, each -> Words.of("collections.show." + each));
        head.actions(new Button(
                Words.of("collections.policies"), click -> UI.getCurrent().navigate("dunning-policies")));
        add(head, bar, list);
    }

    private static Query soonestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("nextOn", false) : query;
    }

    private void columns() {
        list.text(Words.of("collections.account"), CaseRow::account, null).setFlexGrow(0);
        list.text(Words.of("collections.customer"), CaseRow::customer, null);
        list.number(
                Words.of("collections.dunned"),
                row -> CaseWords.money(row.about().dunnedMinor(), row.about().currency()),
                "dunnedMinor");
        list.number(
                Words.of("collections.inFlight"),
                row -> row.about().inFlightMinor() == 0
                        ? "–"
                        : CaseWords.money(
                                row.about().inFlightMinor(), row.about().currency()),
                null);
        list.text(
                        Words.of("collections.dueSince"),
                        row -> Formats.day(row.about().oldestDueOn()),
                        null)
                .setFlexGrow(0);
        list.badge(Words.of("collections.state"), row -> CaseWords.state(row.about()));
        list.badge(Words.of("collections.access"), row -> CaseWords.access(row.about()));
        list.component(
                        Words.of("collections.next"),
                        row -> new Span(CaseWords.next(row.about())),
                        row -> CaseWords.next(row.about()),
                        "nextOn")
                .setFlexGrow(1);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            String chosen = shown.chosen(SHOW);
            filters.add(Filter.equal("state", chosen.equals("closed") ? "closed" : "open"));
            switch (chosen) {
                case "suspended" -> filters.add(Filter.equal("access", "suspended", "granted"));
                case "promise", "arrangement", "dispute", "pause" -> filters.add(Filter.equal("shield", chosen));
                case "termination" -> filters.add(Filter.equal("forTermination", "true"));
                default -> {}
            }
        });
        tellTotals();
    }

    private void tellTotals() {
        List<CaseTotal> totals = cases.totals();
        head.badges(
                totals.isEmpty()
                        ? new Component[] {new Badge(Words.of("collections.nothing"), Badge.Tone.GOOD)}
                        : totals.stream().map(CollectionsView::badge).toArray(Component[]::new));
    }

    private static Badge badge(CaseTotal total) {
        return new Badge(
                Words.of(
                        "collections.total",
                        total.cases(),
                        CaseWords.money(total.overdueMinor(), total.currency()),
                        CaseWords.money(total.dunnedMinor(), total.currency()),
                        total.shielded()),
                Badge.Tone.WARN);
    }

    @Override
    public String getPageTitle() {
        return Words.of("collections.title") + " · DotMac";
    }
}
