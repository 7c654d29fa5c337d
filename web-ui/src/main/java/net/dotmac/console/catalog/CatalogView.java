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

    private static String prices(OfferingDetails offering, PriceType type) {
        return offering.prices().stream()
                .map(PriceDetails::terms)
                .filter(terms -> terms.type() == type)
                .map(CatalogView::price)
                .collect(Collectors.joining(", "));
    }

    private static String price(PriceTerms terms) {
        return switch (terms.type()) {
            case RECURRING ->
                Words.of(
                        "customers.price.recurring",
                        Formats.price(terms.unitPrice(), terms.currency()),
                        Words.of(
                                "customers.period." + terms.period().unit().wire(),
                                terms.period().length()));
            case ONE_TIME -> Formats.price(terms.unitPrice(), terms.currency());
            case USAGE ->
                Words.of(
                        "customers.price.usage",
                        Formats.number(terms.tariff().allowance(), 0),
                        terms.tariff().unitOfMeasure(),
                        Formats.price(terms.tariff().tiers().get(0).unitPrice(), terms.currency()));
        };
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
