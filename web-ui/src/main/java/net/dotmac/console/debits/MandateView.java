package net.dotmac.console.debits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.MandateService;

/** One mandate: who signed it, for which account, and how long it can still be used. */
@NeedsPermission("mandate.read")
@Route(value = "mandates/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class MandateView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final List<String> STANDING = List.of("active", "suspended");

    private final transient MandateService mandates;
    private transient MandateDetails mandate;

    @Inject
    MandateView(MandateService mandates) {
        this.mandates = mandates;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        mandate = mandates.get(id);
        removeAll();
        PageHead head = new PageHead(Words.of("debits.mandate.of", mandate.reference()));
        head.badges(DebitWords.mandate(mandate.state()));
        head.actions(actions());
        add(head, new Panel(Words.of("debits.mandate"), facts(null)));
        if (Person.signedIn().may("mandate.write") && STANDING.contains(mandate.state())) {
            add(new Panel(
                    Words.of("debits.amend"),
                    new MandateForm(
                            Words.of("debits.amend"),
                            (debtor, terms) -> Ask.attempt(() -> mandates.amend(mandate.id(), debtor)),
                            false)));
        }
    }

    private Facts facts(String wholeIban) {
        Debtor debtor = mandate.debtor();
        String address = Stream.of(
                        debtor.street(), debtor.building(), debtor.postcode(), debtor.town(), debtor.country())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining(" "));
        Facts facts = new Facts()
                .with(Words.of("debits.payer"), debtor.name())
                .with(Words.of("debits.address"), address)
                .with(Words.of("debits.iban"), wholeIban == null ? debtor.iban() : wholeIban)
                .with(Words.of("debits.scheme"), mandate.scheme() + " · " + mandate.sequence())
                .with(Words.of("debits.signedOn"), Formats.day(mandate.signedOn()))
                .with(Words.of("debits.lapsesOn"), Formats.day(mandate.lapsesOn()));
        if (mandate.lastCollectedOn() != null) {
            facts.with(Words.of("debits.lastCollectedOn"), Formats.day(mandate.lastCollectedOn()));
        }
        if (mandate.isAmended()) {
            facts.with(Words.of("debits.amended"), Words.of("debits.amended.text"));
        }
        if (mandate.stateReason() != null) {
            facts.with(Words.of("debits.reason"), mandate.stateReason());
        }
        return facts;
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        Person person = Person.signedIn();
        if (person.may("mandate.write") && STANDING.contains(mandate.state())) {
            if (mandate.state().equals("suspended")) {
                actions.add(new Button(
                        Words.of("debits.resume"), click -> Ask.attempt(() -> mandates.resume(mandate.id()))));
            } else {
                actions.add(new Button(
                        Words.of("debits.suspend"),
                        click -> Ask.why("debits.suspend", reason -> mandates.suspend(mandate.id(), reason))));
            }
            actions.add(new Button(
                    Words.of("debits.end"),
                    click -> Ask.why("debits.end", reason -> mandates.cancel(mandate.id(), reason))));
        }
        if (person.may("mandate.reveal")) {
            Button reveal = new Button(Words.of("debits.reveal"), click -> reveal());
            reveal.setTooltipText(Words.of("debits.reveal.hint"));
            actions.add(reveal);
        }
        actions.add(new Button(Words.of("debits.account"), click -> UI.getCurrent()
                .navigate("accounts/" + mandate.billingAccountId())));
        return actions.toArray(Component[]::new);
    }

    private void reveal() {
        try {
            String iban = mandates.revealIban(mandate.id());
            getChildren().filter(Panel.class::isInstance).findFirst().ifPresent(panel -> {
                remove(panel);
                addComponentAtIndex(1, new Panel(Words.of("debits.mandate"), facts(iban)));
            });
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("debits.mandate.of", mandate.reference()) + " · DotMac";
    }
}
