package net.dotmac.console.collections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.collections.Agreement;
import net.dotmac.collections.AgreementService;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseService;
import net.dotmac.collections.FeeService;
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
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.platform.ClockService;

/** One case: where it stands, what happens next and when, what happened, and what can be done. */
@NeedsPermission("collection.read")
@Route(value = "collections/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class CollectionCaseView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient CaseService cases;
    private final transient AgreementService agreements;
    private final transient FeeService fees;
    private final transient LedgerService ledger;
    private final transient ClockService clock;
    private final transient CaseRows rows;
    private transient CaseRow row;

    @Inject
    CollectionCaseView(
            CaseService cases,
            AgreementService agreements,
            FeeService fees,
            LedgerService ledger,
            ClockService clock,
            CaseRows rows) {
        this.cases = cases;
        this.agreements = agreements;
        this.fees = fees;
        this.ledger = ledger;
        this.clock = clock;
        this.rows = rows;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(id);
    }

    private void show(UUID id) {
        CaseDetails about = cases.get(id);
        row = rows.row(about);
        removeAll();
        PageHead head = new PageHead(title());
        head.badges(CaseWords.badges(about));
        List<Agreement> agreed = agreements.ofCase(id);
        if (about.isOpen() && Person.signedIn().may("collection.write")) {
            actions(head, about, agreed.stream().anyMatch(Agreement::isActive));
        }
        CaseTables tables = new CaseTables(about, rows);
        add(head, new Panel(Words.of("collections.next"), new Paragraph(CaseWords.next(about)), facts(about)));
        if (about.isOpen()) {
            add(new Panel(Words.of("collections.debts"), tables.debts(open(about), disputeActions(about))));
        }
        if (!agreed.isEmpty()) {
            add(new Panel(Words.of("collections.agreements"), tables.agreements(agreed)));
        }
        var disputes = agreements.disputes(id);
        if (!disputes.isEmpty()) {
            add(new Panel(Words.of("collections.disputes"), tables.disputes(disputes, resolution(about))));
        }
        var charged = fees.ofCase(id);
        if (!charged.isEmpty()) {
            add(new Panel(Words.of("collections.fees"), tables.fees(charged)));
        }
        add(
                new Panel(Words.of("collections.notices"), tables.notices(cases.notices(id))),
                new Panel(Words.of("collections.history"), tables.history(cases.history(id))));
    }

    private String title() {
        return row.customer() + " · " + row.account();
    }

    private Facts facts(CaseDetails about) {
        RouterLink customer = new RouterLink();
        customer.setText(row.customer());
        customer.getElement().setAttribute("href", "customers/" + about.customerId());
        RouterLink account = new RouterLink();
        account.setText(row.account());
        account.getElement().setAttribute("href", "accounts/" + about.billingAccountId());
        Facts facts = new Facts()
                .with(Words.of("collections.customer"), customer)
                .with(Words.of("collections.account"), account)
                .with(Words.of("collections.overdue"), CaseWords.money(about.overdueMinor(), about.currency()))
                .with(Words.of("collections.dunned"), CaseWords.money(about.dunnedMinor(), about.currency()))
                .with(Words.of("collections.dueSince"), Formats.day(about.oldestDueOn()))
                .with(Words.of("collections.openedOn"), Formats.day(about.openedOn()));
        if (about.pausedUntil() != null) {
            facts.with(
                    Words.of("collections.pausedUntil"),
                    Formats.day(about.pausedUntil()) + " · " + about.pauseReason());
        }
        return facts;
    }

    private List<OpenItem> open(CaseDetails about) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.open(about.billingAccountId()).stream()
                    .filter(OpenItem::isReceivable)
                    .toList();
        }
    }

    private void actions(PageHead head, CaseDetails about, boolean hasAgreement) {
        CaseDialogs dialogs = new CaseDialogs(cases, agreements, about, clock.today(), () -> show(about.id()));
        if (about.access().equals("suspended")) {
            Button grant = new Button(Words.of("collections.grant"), click -> attempt(() -> cases.grant(about.id())));
            grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            grant.setTooltipText(Words.of("collections.grant.hint"));
            head.actions(grant);
        }
        if (hasAgreement) {
            head.actions(new Button(
                    Words.of("collections.withdraw"), click -> attempt(() -> agreements.withdraw(about.id()))));
        } else if (about.dunnedMinor() > 0) {
            head.actions(
                    new Button(Words.of("collections.promise"), click -> dialogs.promise()
                            .open()),
                    new Button(Words.of("collections.arrange"), click -> dialogs.arrangement()
                            .open()));
        }
        head.actions(
                about.pausedUntil() == null
                        ? new Button(Words.of("collections.pause"), click -> dialogs.pause()
                                .open())
                        : new Button(Words.of("collections.resume"), click -> attempt(() -> cases.resume(about.id()))));
    }

    private CaseTables.Act disputeActions(CaseDetails about) {
        return !Person.signedIn().may("collection.write")
                ? null
                : document -> new CaseDialogs(cases, agreements, about, clock.today(), () -> show(about.id()))
                        .dispute(document)
                        .open();
    }

    private CaseTables.Act resolution(CaseDetails about) {
        return !about.isOpen() || !Person.signedIn().may("collection.write")
                ? null
                : dispute -> new CaseDialogs(cases, agreements, about, clock.today(), () -> show(about.id()))
                        .resolution(dispute)
                        .open();
    }

    private void attempt(Runnable decision) {
        try {
            decision.run();
            Notices.done(Words.of("collections.done"));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
        show(row.about().id());
    }

    @Override
    public String getPageTitle() {
        return (row == null ? Words.of("collections.title") : title()) + " · DotMac";
    }
}
