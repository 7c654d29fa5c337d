package net.dotmac.console.payouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.debits.Ask;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.BankOutput;
import net.dotmac.payments.PayoutBatchDetails;
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.payments.PayoutService;

/** One file of payouts: whom it pays, and what came of each. */
@NeedsPermission("payout.read")
@Route(value = "payout-batches/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class PayoutBatchView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PayoutService payouts;
    private final transient PayoutBatchService batches;
    private transient PayoutBatchDetails batch;

    @Inject
    PayoutBatchView(PayoutService payouts, PayoutBatchService batches) {
        this.payouts = payouts;
        this.batches = batches;
        addClassName("fills");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        batch = batches.get(id);
        removeAll();
        PageHead head = new PageHead(Words.of("payouts.batch.of", Formats.day(batch.executeOn())));
        head.badges(badges());
        if (Person.signedIn().may("payout.send") && batch.state().equals("handedOver")) {
            head.actions(
                    file(),
                    new Button(
                            Words.of("payouts.batch.cancel"),
                            click -> Ask.why("payouts.batch.cancel", why -> batches.cancel(batch.id(), why))));
        }
        add(head, facts(), list());
    }

    private Component[] badges() {
        List<Component> badges = new ArrayList<>();
        badges.add(PayoutWords.batch(batch.state()));
        batch.totals()
                .forEach(each -> badges.add(new Badge(
                        Words.of(
                                "payouts.total." + each.state(),
                                each.count(),
                                PayoutWords.money(each.sumMinor(), "EUR")),
                        Badge.Tone.NEUTRAL)));
        return badges.toArray(Component[]::new);
    }

    private Facts facts() {
        Facts facts = new Facts()
                .with(Words.of("payouts.messageId"), batch.messageId())
                .with(Words.of("payouts.createdBy"), batch.createdBy() + " · " + Formats.time(batch.createdAt()))
                .with(Words.of("payouts.sha256"), batch.fileSha256());
        if (batch.cancelReason() != null) {
            facts.with(Words.of("payouts.note"), batch.cancelReason());
        }
        return facts;
    }

    private ListPage<PayoutDetails> list() {
        Filter ofBatch = Filter.equal("batchId", batch.id().toString());
        ListPage<PayoutDetails> list = new ListPage<>(
                query -> payouts.list(new Query(List.of(ofBatch), query.sorts(), query.offset(), query.limit())));
        list.number(Words.of("payouts.amount"), PayoutWords::amount, "amountMinor");
        list.text(Words.of("payouts.receiver"), PayoutWords::receiver, null);
        list.badge(Words.of("payouts.state"), row -> PayoutWords.state(row.state()));
        list.text(Words.of("payouts.reasonCode"), PayoutDetails::reasonCode, null);
        list.text(Words.of("payouts.paidOn"), row -> PayoutWords.day(row.paidOn()), "paidOn");
        list.text(Words.of("payouts.approvedBy"), PayoutDetails::approvedBy, null);
        list.opens(row -> "payouts/" + row.id());
        return list;
    }

    private Anchor file() {
        Person person = Person.signedIn();
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            BankOutput made;
            try (var scope = person.context().bind()) {
                made = batches.file(batch.id());
            }
            return new DownloadResponse(
                    new ByteArrayInputStream(made.content()),
                    made.fileName(),
                    "application/xml",
                    made.content().length);
        });
        Anchor anchor = new Anchor(handler, Words.of("payouts.file"));
        anchor.addClassName("button-link");
        return anchor;
    }

    @Override
    public String getPageTitle() {
        return Words.of("payouts.batches") + " · DotMac";
    }
}
