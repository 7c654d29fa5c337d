package net.dotmac.console.debits;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
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
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.MandateService;

/** The mandates of all accounts. */
@NeedsPermission("mandate.read")
@Route(value = "mandates", layout = ConsoleLayout.class)
public class MandatesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "active", "suspended", "cancelled", "lapsed", "used");

    private final ListBar bar;

    @Inject
    MandatesView(MandateService mandates, SavedFilterService saved) {
        addClassName("fills");
        ListPage<MandateDetails> list = new ListPage<>(mandates::list);
        list.text(Words.of("debits.reference"), MandateDetails::reference, "reference");
        list.text(Words.of("debits.payer"), row -> row.debtor().name(), null);
        list.text(Words.of("debits.iban"), row -> row.debtor().iban(), null);
        list.badge(Words.of("debits.state"), row -> DebitWords.mandate(row.state()));
        list.text(Words.of("debits.reason"), MandateDetails::stateReason, null);
        list.text(Words.of("debits.scheme"), row -> row.scheme() + " · " + row.sequence(), "scheme");
        list.text(Words.of("debits.signedOn"), row -> Formats.day(row.signedOn()), "signedOn");
        list.text(
                Words.of("debits.lastCollectedOn"),
                row -> row.lastCollectedOn() == null ? "–" : Formats.day(row.lastCollectedOn()),
                "lastCollectedOn");
        list.opens(row -> "mandates/" + row.id());
        bar = new ListBar("mandates", list, saved)
                .search(Words.of("debits.reference"))
                .choice(
                        STATE,
                        Words.of("debits.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "debits.anyState" : "debits.mandate.state." + each));
        add(new PageHead(Words.of("debits.mandates")), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
            if (!shown.text().isBlank()) {
                filters.add(Filter.equal("reference", shown.text().strip().toUpperCase(Locale.ROOT)));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("debits.mandates") + " · DotMac";
    }
}
