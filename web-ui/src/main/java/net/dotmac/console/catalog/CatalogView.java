package net.dotmac.console.catalog;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.console.customers.PriceWords;
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

/** What can be ordered, and for how much. */
@NeedsPermission("catalog.read")
@Route(value = "catalog", layout = ConsoleLayout.class)
public class CatalogView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final ListBar bar;

    @Inject
    public CatalogView(CatalogService catalog, SavedFilterService saved) {
        addClassName("fills");
        ListPage<OfferingDetails> list = new ListPage<>(catalog::offerings);
        list.text(Words.of("catalog.name"), OfferingDetails::name, "name");
        list.text(Words.of("catalog.serviceType"), row -> Words.of("catalog.type." + row.serviceType()), null)
                .setFlexGrow(0);
        list.text(Words.of("catalog.recurring"), row -> prices(row, PriceType.RECURRING), null);
        list.text(Words.of("catalog.oneTime"), row -> prices(row, PriceType.ONE_TIME), null);
        list.text(Words.of("catalog.usage"), row -> prices(row, PriceType.USAGE), null);
        list.text(Words.of("catalog.commitment"), CatalogView::commitment, null).setFlexGrow(0);
        list.text(Words.of("catalog.atEnd"), row -> prices(row, PriceType.CANCELLATION, PriceType.PENALTY), null);
        list.badge(Words.of("catalog.status"), CatalogView::status);
        bar = new ListBar("catalog", list, saved).search(Words.of("catalog.search"));
        add(new PageHead(Words.of("catalog.title")), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.text().isEmpty()) {
                filters.add(new Filter("name", Filter.Operator.LIKE, List.of(shown.text())));
            }
        });
    }

    private static String prices(OfferingDetails offering, PriceType... types) {
        List<PriceType> wanted = List.of(types);
        return offering.prices().stream()
                .filter(price -> wanted.contains(price.terms().type()))
                .map(CatalogView::price)
                .collect(Collectors.joining(", "));
    }

    /** With the phases it begins with: "first 6 months 19.90, then 39.90 a month". */
    private static String price(PriceDetails price) {
        PriceTerms terms = price.terms();
        String then = terms.type() == PriceType.ONE_TIME
                ? Formats.price(terms.unitPrice(), terms.currency())
                : PriceWords.of(terms);
        if (price.data().phases().isEmpty()) {
            return then;
        }
        String phases = price.data().phases().stream()
                .map(phase -> Words.of(
                        "catalog.phase." + phase.unit().wire(),
                        phase.upTo(),
                        Formats.price(phase.unitPrice(), terms.currency())))
                .collect(Collectors.joining(", "));
        return Words.of("catalog.phases", phases, then);
    }

    private static String commitment(OfferingDetails offering) {
        Integer months = offering.data().commitmentMonths();
        return months == null ? "" : Words.of("catalog.months", months);
    }

    private static Badge status(OfferingDetails offering) {
        return new Badge(
                offering.data().lifecycleStatus(), offering.isSellable() ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
    }

    @Override
    public String getPageTitle() {
        return Words.of("catalog.title") + " · DotMac";
    }
}
