package net.dotmac.console.debits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
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
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.BankOutput;
import net.dotmac.payments.DirectDebitBatchDetails;
import net.dotmac.payments.DirectDebitDetails;
import net.dotmac.payments.DirectDebitService;
import net.dotmac.payments.HandOverService;

/** One batch: what it collects, from whom, what was paid meanwhile, and what came of each debit. */
@NeedsPermission("directDebit.read")
@Route(value = "direct-debits/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class DirectDebitBatchView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final List<String> STATES =
            List.of("", "planned", "handedOver", "collected", "rejected", "returned", "dropped");

    private final transient DirectDebitService debits;
    private final transient HandOverService handOvers;
    private final transient SavedFilterService saved;
    private transient DirectDebitBatchDetails batch;

    @Inject
    DirectDebitBatchView(DirectDebitService debits, HandOverService handOvers, SavedFilterService saved) {
        this.debits = debits;
        this.handOvers = handOvers;
        this.saved = saved;
        addClassName("fills");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        batch = debits.get(id);
        removeAll();
        PageHead head = new PageHead(Words.of("debits.batch", Formats.day(batch.collectOn())));
        head.badges(badges());
        head.actions(actions());
        ListPage<DirectDebitDetails> list = list();
        ListBar bar = new ListBar("direct-debit-batch", list, saved)
                .choice(
                        STATE,
                        Words.of("debits.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "debits.anyState" : "debits.state." + each));
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATE).isEmpty()) {
                filters.add(Filter.equal(STATE, shown.chosen(STATE)));
            }
        });
        add(head, facts(), bar, list);
    }

    private Component[] badges() {
        List<Component> badges = new ArrayList<>();
        badges.add(DebitWords.batch(batch.state()));
        batch.totals()
                .forEach(each -> badges.add(new Badge(
                        Words.of("debits.total." + each.state(), each.count(), DebitWords.euros(each.sumMinor())),
                        Badge.Tone.NEUTRAL)));
        return badges.toArray(Component[]::new);
    }

    private Facts facts() {
        Facts facts = new Facts()
                .with(Words.of("debits.messageId"), batch.messageId())
                .with(Words.of("debits.createdBy"), batch.createdBy() + " · " + Formats.time(batch.createdAt()));
        if (batch.approvedAt() != null) {
            facts.with(Words.of("debits.approvedBy"), batch.approvedBy() + " · " + Formats.time(batch.approvedAt()));
        }
        if (batch.handedOverAt() != null) {
            facts.with(
                    Words.of("debits.handedOverBy"), batch.handedOverBy() + " · " + Formats.time(batch.handedOverAt()));
        }
        if (batch.cancelReason() != null) {
            facts.with(Words.of("debits.reason"), batch.cancelReason());
        }
        return facts;
    }

    private ListPage<DirectDebitDetails> list() {
        Filter ofBatch = Filter.equal("batchId", batch.id().toString());
        ListPage<DirectDebitDetails> list = new ListPage<>(query -> {
            List<Filter> filters = new ArrayList<>(query.filters());
            filters.add(ofBatch);
            return debits.debits(new Query(filters, query.sorts(), query.offset(), query.limit()));
        });
        list.text(Words.of("debits.payer"), DirectDebitDetails::debtorName, null);
        list.text(Words.of("debits.invoice"), DirectDebitDetails::invoiceNumber, null);
        list.number(Words.of("debits.amount"), row -> DebitWords.euros(row.amountMinor()), "amountMinor");
        list.number(Words.of("debits.open"), row -> DebitWords.euros(row.openMinor()), null);
        list.badge(Words.of("debits.state"), row -> DebitWords.debit(row.state()));
        list.text(Words.of("debits.reason"), DirectDebitBatchView::why, null);
        list.text(Words.of("debits.announcedOn"), row -> day(row.announcedOn()), null);
        list.text(Words.of("debits.settledOn"), row -> day(row.settledOn()), null);
        list.text(Words.of("debits.refundableUntil"), row -> day(row.refundableUntil()), null);
        list.text(Words.of("debits.mandate"), DirectDebitDetails::mandateReference, null);
        if (batch.handedOverAt() == null && Person.signedIn().may("directDebit.write")) {
            list.component(Words.of("debits.drop"), this::drop, row -> "", null);
        }
        return list;
    }

    private Component drop(DirectDebitDetails debit) {
        if (!debit.state().equals("planned")) {
            return new Span();
        }
        Button drop = new Button(
                Words.of("debits.drop"), click -> Ask.why("debits.drop", reason -> debits.drop(debit.id(), reason)));
        drop.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        drop.setAriaLabel(Words.of("debits.drop.of", debit.invoiceNumber()));
        return drop;
    }

    private static String why(DirectDebitDetails debit) {
        String reason = DebitWords.reason(debit.reasonCode());
        if (reason != null && debit.feeMinor() != null && debit.feeMinor() > 0) {
            return reason + " · " + Words.of("debits.fee", DebitWords.euros(debit.feeMinor()));
        }
        return reason == null ? debit.note() : reason;
    }

    private static String day(LocalDate day) {
        return day == null ? "–" : Formats.day(day);
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        Person person = Person.signedIn();
        if (batch.state().equals("proposed") && person.may("directDebit.approve")) {
            actions.add(primary("debits.approve", () -> debits.approve(batch.id())));
        }
        if (person.may("directDebit.write")) {
            if (batch.state().equals("approved")) {
                Button handOver = primary("debits.handOver", () -> handOvers.handOver(batch.id()));
                handOver.setTooltipText(Words.of("debits.handOver.hint"));
                actions.add(handOver);
            }
            if (batch.state().equals("handedOver")) {
                actions.add(file());
            }
            if (!batch.state().equals("cancelled")) {
                actions.add(new Button(
                        Words.of("debits.cancel"),
                        click -> Ask.why("debits.cancel", reason -> handOvers.cancel(batch.id(), reason))));
            }
        }
        return actions.toArray(Component[]::new);
    }

    private static Button primary(String key, Runnable act) {
        Button button = new Button(Words.of(key), click -> Ask.attempt(act));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Anchor file() {
        Person person = Person.signedIn();
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            BankOutput made;
            try (var scope = person.context().bind()) {
                made = handOvers.file(batch.id());
            }
            return new DownloadResponse(
                    new ByteArrayInputStream(made.content()),
                    made.fileName(),
                    "application/xml",
                    made.content().length);
        });
        Anchor anchor = new Anchor(handler, Words.of("debits.file"));
        anchor.addClassName("button-link");
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return Words.of("debits.title") + " · DotMac";
    }
}
