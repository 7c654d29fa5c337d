package net.dotmac.console.payouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.debits.Ask;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.payments.PayoutService;

/** One payout: who asked for it and why, who approved it, and what came of it. */
@NeedsPermission("payout.read")
@Route(value = "payouts/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class PayoutView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PayoutService payouts;
    private transient PayoutDetails payout;

    @Inject
    PayoutView(PayoutService payouts) {
        this.payouts = payouts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        payout = payouts.get(id);
        removeAll();
        PageHead head = new PageHead(title());
        head.badges(PayoutWords.state(payout.state()));
        if (payout.uncoveredMinor() > 0) {
            head.badges(
                    PayoutWords.state(payout.state()),
                    new Badge(
                            Words.of(
                                    "payouts.uncovered", PayoutWords.money(payout.uncoveredMinor(), payout.currency())),
                            Badge.Tone.BAD));
        }
        head.actions(actions());
        add(head, new Panel(Words.of("payouts.payout"), facts()));
    }

    private String title() {
        return Words.of("payouts.of", PayoutWords.amount(payout));
    }

    private Facts facts() {
        Facts facts = new Facts()
                .with(
                        Words.of("payouts.account"),
                        link("accounts/" + payout.billingAccountId(), "payouts.account.open"))
                .with(Words.of("payouts.receiver"), PayoutWords.receiver(payout))
                .with(Words.of("payouts.reason"), payout.reason())
                .with(Words.of("payouts.remittance"), payout.remittance())
                .with(Words.of("payouts.requestedBy"), byAt(payout.requestedBy(), payout.requestedAt()));
        if (payout.approvedBy() != null) {
            facts.with(Words.of("payouts.approvedBy"), byAt(payout.approvedBy(), payout.approvedAt()));
        }
        if (payout.batchId() != null) {
            facts.with(Words.of("payouts.batch"), link("payout-batches/" + payout.batchId(), "payouts.batch.open"));
        }
        if (payout.iban() != null) {
            facts.with(Words.of("payouts.endToEndId"), payout.endToEndId());
        }
        if (payout.paidOn() != null) {
            facts.with(Words.of("payouts.paidOn"), Formats.day(payout.paidOn()));
        }
        if (payout.failedOn() != null) {
            facts.with(Words.of("payouts.failedOn"), Formats.day(payout.failedOn()));
        }
        if (payout.reasonCode() != null) {
            facts.with(Words.of("payouts.reasonCode"), payout.reasonCode());
        }
        if (payout.note() != null) {
            facts.with(Words.of("payouts.note"), payout.note());
        }
        return facts;
    }

    private static String byAt(String who, Instant when) {
        return who + " · " + Formats.time(when);
    }

    private static RouterLink link(String path, String key) {
        RouterLink link = new RouterLink();
        link.setText(Words.of(key));
        link.getElement().setAttribute("href", path);
        return link;
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        Person person = Person.signedIn();
        String state = payout.state();
        boolean isCash = payout.iban() == null;
        if (state.equals("requested") && person.may("payout.approve")) {
            Button approve =
                    new Button(Words.of("payouts.approve"), click -> Ask.attempt(() -> payouts.approve(payout.id())));
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            approve.setTooltipText(Words.of("payouts.approve.hint"));
            actions.add(approve);
        }
        if (person.may("payout.settle") && state.equals(isCash ? "approved" : "handedOver")) {
            Button settle = new Button(
                    Words.of("payouts.settle"),
                    click -> Ask.why("payouts.settle", why -> payouts.settle(payout.id(), null, why)));
            if (isCash) {
                settle.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            actions.add(settle);
        }
        if (person.may("payout.settle") && List.of("handedOver", "paid").contains(state)) {
            actions.add(new Button(
                    Words.of("payouts.fail"), click -> Ask.why("payouts.fail", why -> payouts.fail(payout.id(), why))));
        }
        if (person.may("payout.write") && List.of("requested", "approved").contains(state)) {
            actions.add(new Button(
                    Words.of("payouts.cancel"),
                    click -> Ask.why("payouts.cancel", why -> payouts.cancel(payout.id(), why))));
        }
        return actions.toArray(Component[]::new);
    }

    @Override
    public String getPageTitle() {
        return title() + " · DotMac";
    }
}
