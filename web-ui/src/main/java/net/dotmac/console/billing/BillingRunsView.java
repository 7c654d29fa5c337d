package net.dotmac.console.billing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;

/** All billing runs, newest first; from here one is previewed or started. */
@NeedsPermission("billingRun.read")
@Route(value = "billing-runs", layout = ConsoleLayout.class)
public class BillingRunsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient BillingRunJobs jobs;
    private final ListBar bar;
    private final DatePicker date = new DatePicker();

    @Inject
    public BillingRunsView(BillingRunService runs, BillingRunJobs jobs, ClockService clock, SavedFilterService saved) {
        this.jobs = jobs;
        addClassName("fills");
        add(new PageHead(Words.of("billing.runs")));
        if (Person.signedIn().may("billingRun.start")) {
            add(starter(clock));
        }
        ListPage<BillingRunDetails> list =
                new ListPage<>(query -> runs.list(query.sorts().isEmpty() ? query.orderBy("startedAt", true) : query));
        list.text(Words.of("billing.run.date"), run -> Formats.day(run.date()), "date")
                .setFlexGrow(0);
        list.badge(Words.of("billing.run.mode"), BillingWords::mode);
        list.badge(Words.of("billing.run.state"), BillingWords::runState);
        list.number(Words.of("billing.run.accounts"), run -> Formats.count(run.accounts()), null);
        list.number(Words.of("billing.run.billed"), run -> Formats.count(run.billed()), null);
        list.number(Words.of("billing.run.nothing"), run -> Formats.count(run.nothingToBill()), null);
        list.number(Words.of("billing.run.blocked"), run -> Formats.count(run.blocked()), null);
        list.number(Words.of("billing.run.gross"), run -> BillingWords.gross(run.totals()), null);
        list.text(Words.of("billing.run.startedBy"), BillingRunDetails::startedBy, "startedBy");
        list.text(Words.of("billing.run.startedAt"), run -> Formats.time(run.startedAt()), "startedAt");
        list.opens(run -> "billing-runs/" + run.id());
        bar = new ListBar("billing-runs", list, saved);
        add(bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {});
    }

    private Div starter(ClockService clock) {
        date.setLabel(Words.of("billing.run.upTo"));
        date.setValue(clock.today());
        date.setTooltipText(Words.of("billing.run.upTo.hint"));
        Button preview = new Button(Words.of("billing.run.preview"), click -> start(true));
        preview.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button issue = new Button(Words.of("billing.run.issue"), click -> start(false));
        Div row = new Div(date, preview, issue);
        row.addClassName("filters");
        return row;
    }

    private void start(boolean preview) {
        try {
            BillingRunDetails run = jobs.start(new BillingRunRequest(date.getValue(), preview, null));
            UI.getCurrent().navigate("billing-runs/" + run.id());
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return Words.of("billing.runs") + " · DotMac";
    }
}
