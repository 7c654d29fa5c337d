package net.dotmac.console.cards;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.payments.GatewaySettings;
import net.dotmac.payments.GatewaySettingsService;
import net.dotmac.payments.PaymentIntentDetails;
import net.dotmac.payments.PaymentIntentService;

/** Payments by card that customers were asked for, the youngest first, and what came of them. */
@NeedsPermission("payment.read")
@Route(value = "card-payments", layout = ConsoleLayout.class)
public class CardPaymentsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "new", "open", "paid", "expired", "refused");

    private final transient GatewaySettingsService settings;
    private final PageHead head = new PageHead(Words.of("cards.title"));
    private final ListBar bar;

    @Inject
    CardPaymentsView(PaymentIntentService intents, GatewaySettingsService settings, SavedFilterService saved) {
        this.settings = settings;
        addClassName("fills");
        ListPage<PaymentIntentDetails> list =
                new ListPage<>(query -> intents.list(query.sorts().isEmpty() ? query.orderBy("id", true) : query));
        list.text(Words.of("cards.createdAt"), row -> Formats.time(row.createdAt()), "createdAt");
        list.badge(Words.of("cards.state"), row -> CardWords.state(row.state()));
        list.number(
                Words.of("cards.amount"),
                row -> Formats.money(new Money(row.amountMinor(), row.currency())),
                "amountMinor");
        list.text(Words.of("cards.description"), PaymentIntentDetails::description, null);
        list.text(Words.of("cards.createdBy"), PaymentIntentDetails::createdBy, null);
        list.text(Words.of("cards.problem"), PaymentIntentDetails::problem, null);
        list.component(Words.of("cards.link"), CardPaymentsView::link, row -> row.url() == null ? "" : row.url(), null);
        bar = new ListBar("card-payments", list, saved)
                .choice(
                        STATE,
                        Words.of("cards.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "cards.anyState" : "cards.state." + each));
        add(head, bar, list);
    }

    private static Component link(PaymentIntentDetails intent) {
        return intent.url() == null ? new Span() : new Anchor(intent.url(), Words.of("cards.open"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Person.signedIn().may("gatewaySettings.write")) {
            Optional<GatewaySettings> known = settings.get();
            boolean isOn = known.filter(GatewaySettings::isOn).isPresent();
            head.badges(new Badge(
                    Words.of(isOn ? "cards.gateway.on" : "cards.gateway.off"),
                    isOn ? Badge.Tone.GOOD : Badge.Tone.WARN));
            head.actions(new Button(
                    Words.of("cards.gateway"), click -> new GatewayDialog(settings, known.orElse(null)).open()));
        }
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("cards.title") + " · DotMac";
    }
}
