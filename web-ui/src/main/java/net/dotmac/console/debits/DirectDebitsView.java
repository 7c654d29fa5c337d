package net.dotmac.console.debits;

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
import net.dotmac.kernel.query.Filter;
import net.dotmac.payments.DirectDebitBatchDetails;
import net.dotmac.payments.DirectDebitService;
import net.dotmac.payments.SepaSettings;
import net.dotmac.payments.SepaSettingsService;
import net.dotmac.payments.StatusReportService;

/** Batches of direct debits, newest day first: how much each collects, and what came of it. */
@NeedsPermission("directDebit.read")
@Route(value = "direct-debits", layout = ConsoleLayout.class)
public class DirectDebitsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "proposed", "approved", "handedOver", "cancelled");
    private static final List<String> LIVE = List.of("planned", "handedOver", "collected", "rejected", "returned");
    private static final List<String> FAILED = List.of("rejected", "returned");

    private final transient DirectDebitService debits;
    private final transient SepaSettingsService settings;
    private final transient StatusReportService reports;
    private final PageHead head = new PageHead(Words.of("debits.title"));
    private final ListBar bar;

    @Inject
    DirectDebitsView(
            DirectDebitService debits,
            SepaSettingsService settings,
            StatusReportService reports,
            SavedFilterService saved) {
        this.debits = debits;
        this.settings = settings;
        this.reports = reports;
        addClassName("fills");
        ListPage<DirectDebitBatchDetails> list = new ListPage<>(
                query -> debits.list(query.sorts().isEmpty() ? query.orderBy("collectOn", true) : query));
        list.text(Words.of("debits.collectOn"), row -> Formats.day(row.collectOn()), "collectOn");
        list.badge(Words.of("debits.state"), row -> DebitWords.batch(row.state()));
        list.number(Words.of("debits.count"), row -> Formats.count(row.count(LIVE)), null);
        list.number(Words.of("debits.sum"), row -> DebitWords.euros(row.sumMinor(LIVE)), null);
        list.number(
                Words.of("debits.state.collected"), row -> DebitWords.euros(row.sumMinor(List.of("collected"))), null);
        list.number(Words.of("debits.failed"), row -> DebitWords.euros(row.sumMinor(FAILED)), null);
        list.text(Words.of("debits.createdBy"), DirectDebitBatchDetails::createdBy, null);
        list.opens(row -> "direct-debits/" + row.id());
        bar = new ListBar("direct-debits", list, saved)
                .choice(
                        STATE,
                        Words.of("debits.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "debits.anyState" : "debits.batch.state." + each));
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<SepaSettings> creditor = settings.get();
        head.badges(
                creditor.isPresent()
                        ? new Badge(
                                Words.of(
                                        "debits.creditor.is",
                                        creditor.get().creditorId(),
                                        creditor.get().noticeDays()),
                                Badge.Tone.NEUTRAL)
                        : new Badge(Words.of("debits.creditor.missing"), Badge.Tone.WARN));
        head.actions(actions(creditor));
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
    }

    private Component[] actions(Optional<SepaSettings> creditor) {
        List<Component> actions = new ArrayList<>();
        Person person = Person.signedIn();
        if (person.may("directDebit.write") && creditor.isPresent()) {
            Button create = new Button(Words.of("debits.new"), click -> new NewBatchDialog(debits).open());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(create);
            actions.add(new Button(Words.of("debits.report"), click -> new StatusReportDialog(reports).open()));
        }
        if (person.may("mandate.read")) {
            actions.add(new Button(
                    Words.of("debits.mandates"), click -> UI.getCurrent().navigate("mandates")));
        }
        if (person.may("sepaSettings.write")) {
            Button edit = new Button(
                    Words.of("debits.creditor"), click -> new CreditorDialog(settings, creditor.orElse(null)).open());
            if (creditor.isEmpty()) {
                edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            actions.add(edit);
        }
        return actions.toArray(Component[]::new);
    }

    @Override
    public String getPageTitle() {
        return Words.of("debits.title") + " · DotMac";
    }
}
