package net.dotmac.console.billing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingRunAccount;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunException;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.LiveUpdates;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;

/** One run: how far it is, live; what came of it; what could not be billed and where to mend it. */
@NeedsPermission("billingRun.read")
@Route(value = "billing-runs/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class BillingRunView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int ACCOUNTS_SHOWN = 500;

    private final transient BillingRunService runs;
    private final transient BillingRunJobs jobs;
    private final transient RunApprovalService approvals;
    private final transient LiveUpdates live;
    private final Div body = new Div();
    private transient LiveUpdates.Subscription updates;
    private transient BillingRunDetails run;
    private UUID id;

    @Inject
    public BillingRunView(BillingRunService runs, BillingRunJobs jobs, RunApprovalService approvals, LiveUpdates live) {
        this.approvals = approvals;
        this.runs = runs;
        this.jobs = jobs;
        this.live = live;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(runs.get(id));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (run.state().equals("running")) {
            updates = live.every(Duration.ofSeconds(1), event.getUI(), () -> runs.get(id), this::update);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopUpdates();
        super.onDetach(event);
    }

    private void update(BillingRunDetails now) {
        boolean changed =
                now.accountsDone() != run.accountsDone() || !now.state().equals(run.state());
        if (changed) {
            show(now);
        }
        if (!now.state().equals("running")) {
            stopUpdates();
        }
    }

    private void stopUpdates() {
        if (updates != null) {
            updates.stop();
            updates = null;
        }
    }

    private void show(BillingRunDetails shown) {
        run = shown;
        body.removeAll();
        PageHead head = new PageHead(Words.of("billing.run.title", Formats.day(run.date())));
        head.badges(BillingWords.mode(run), BillingWords.runState(run));
        boolean finished = run.state().equals("finished") || run.state().equals("awaitingApproval");
        if (run.state().equals("finished")
                && run.mode().equals("preview")
                && Person.signedIn().may("billingRun.start")) {
            Button issue = new Button(Words.of("billing.run.issueThis"), click -> issue());
            issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(issue);
        }
        if (run.state().equals("awaitingApproval") && Person.signedIn().may("billingRun.approve")) {
            head.actions(ApprovalActions.of(jobs, approvals, run));
        }
        body.add(head);
        if (run.state().equals("running")) {
            body.add(progress());
        }
        body.add(figures());
        if (run.remark() != null) {
            body.add(new Panel(Words.of("billing.run.remark"), new Span(run.remark())));
        }
        if (finished || run.state().equals("failed")) {
            body.add(new ReconciliationPanel(runs, run));
        }
        if (finished) {
            exceptions();
            accounts();
        }
        body.add(new Panel(Words.of("billing.run.about"), about()));
    }

    private Div progress() {
        ProgressBar bar = new ProgressBar(0, Math.max(1, run.accounts()), run.accountsDone());
        bar.getElement().setAttribute("aria-label", Words.of("billing.run.progress"));
        long seconds =
                Math.max(1, Duration.between(run.startedAt(), Instant.now()).toSeconds());
        Span words = new Span(Words.of(
                "billing.run.progress.of",
                Formats.count(run.accountsDone()),
                Formats.count(run.accounts()),
                Formats.count(run.accountsDone() / seconds)));
        Div line = new Div(bar, words);
        line.addClassName("progress-line");
        return line;
    }

    private Div figures() {
        Div figures = new Div();
        figures.addClassName("figures");
        figures.add(
                new Figure(Words.of("billing.run.accounts"), Formats.count(run.accounts()), null),
                new Figure(Words.of("billing.run.billed"), Formats.count(run.billed()), null),
                new Figure(Words.of("billing.run.nothing"), Formats.count(run.nothingToBill()), null),
                new Figure(Words.of("billing.run.blocked"), Formats.count(run.blocked()), null));
        run.totals()
                .forEach(total -> figures.add(new Figure(
                        Words.of("billing.run.gross"),
                        BillingWords.money(total.grossMinor(), total.currency()),
                        Words.of(
                                "billing.run.total",
                                BillingWords.money(total.netMinor(), total.currency()),
                                BillingWords.money(total.taxMinor(), total.currency()),
                                total.documents()))));
        return figures;
    }

    private void exceptions() {
        List<BillingRunException> found = runs.exceptions(run.id());
        if (found.isEmpty()) {
            return;
        }
        Div content = new Div(BillingRunTables.exceptions(found));
        boolean open = found.stream().anyMatch(each -> each.state().equals("open"));
        if (open && run.mode().equals("issue") && Person.signedIn().may("billingRun.start")) {
            Button retry = new Button(Words.of("billing.retry"), click -> retry());
            retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            content.add(retry);
        }
        body.add(new Panel(Words.of("billing.exceptions", found.size()), content));
    }

    private void accounts() {
        List<BillingRunAccount> rows = runs.accounts(run.id(), 0, ACCOUNTS_SHOWN);
        if (rows.isEmpty()) {
            return;
        }
        body.add(new Panel(Words.of("billing.run.accountsOf", rows.size()), BillingRunTables.accounts(rows)));
    }

    private Facts about() {
        return new Facts()
                .with(Words.of("billing.run.startedBy"), run.startedBy())
                .with(Words.of("billing.run.startedAt"), Formats.time(run.startedAt()))
                .with(Words.of("billing.run.finishedAt"), Formats.time(run.finishedAt()))
                .with(Words.of("billing.run.slices"), run.slicesDone() + " / " + run.slices());
    }

    private void issue() {
        try {
            open(jobs.start(new BillingRunRequest(run.date(), false, null)));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private void retry() {
        try {
            open(jobs.retry(run.id()));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private static void open(BillingRunDetails started) {
        UI.getCurrent().navigate("billing-runs/" + started.id());
    }

    @Override
    public String getPageTitle() {
        return Words.of("billing.run.title", Formats.day(run.date())) + " · DotMac";
    }
}
