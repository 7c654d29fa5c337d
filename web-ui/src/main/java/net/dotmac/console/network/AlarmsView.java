package net.dotmac.console.network;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.LiveUpdates;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.AlarmService;

/** Alarms as they arrive, newest first; the open ones unless others are asked for. */
@NeedsPermission("alarm.read")
@Route(value = "alarms", layout = ConsoleLayout.class)
public class AlarmsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Rows that are compared to know whether something has changed: more than a screen shows. */
    private static final int WATCHED = 100;

    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final String SHOW = "show";
    private static final String SEVERITY = "severity";
    private static final String CLEARED = "cleared";
    private static final List<String> SHOWABLE = List.of("open", CLEARED, "all");
    private static final List<String> SEVERITIES =
            List.of("", "critical", "major", "minor", "warning", "indeterminate");

    private final transient AlarmService alarms;
    private final transient LiveUpdates live;
    private final PageHead head = new PageHead(Words.of("network.alarms"));
    private final ListPage<AlarmDetails> list;
    private final ListBar bar;

    /** What the list asks for, written by the page and read by the live updates. */
    private transient volatile Query watched = Query.all().page(0, WATCHED);

    private transient Seen seen;
    private transient LiveUpdates.Subscription updates;

    /** What the page was drawn from. */
    private record Seen(Page<AlarmDetails> rows, long open) {}

    @Inject
    public AlarmsView(AlarmService alarms, LiveUpdates live, SavedFilterService saved) {
        this.alarms = alarms;
        this.live = live;
        addClassName("fills");
        list = new ListPage<>(query -> alarms.list(newestFirst(query)));
        columns();
        bar = new ListBar("alarms", list, saved)
                .search(Words.of("network.search"))
                .choice(SHOW, Words.of("network.alarms"), SHOWABLE, each -> Words.of("network.alarms." + each))
                .choice(
                        SEVERITY,
                        Words.of("network.severity"),
                        SEVERITIES,
                        each -> Words.of(each.isEmpty() ? "network.anySeverity" : "network.severity." + each));
        add(head, bar, list);
    }

    private static Query newestFirst(Query query) {
        return query.sorts().isEmpty() ? query.orderBy("raisedAt", true) : query;
    }

    private void columns() {
        list.badge(Words.of("network.severity"), NetworkWords::severity);
        list.component(
                        Words.of("network.alarmedObject"),
                        AlarmsView::device,
                        AlarmDetails::alarmedObject,
                        "alarmedObject")
                .setFlexGrow(1);
        list.text(
                Words.of("network.cause"),
                alarm -> Words.of("network.cause." + alarm.probableCause()),
                "probableCause");
        list.text(Words.of("network.detail"), AlarmDetails::detail, null).setFlexGrow(2);
        list.text(Words.of("network.raised"), alarm -> Formats.time(alarm.raisedAt()), "raisedAt")
                .setFlexGrow(0);
        list.text(Words.of("network.cleared"), alarm -> Formats.time(alarm.clearedAt()), "clearedAt")
                .setFlexGrow(0);
        list.number(Words.of("network.times"), alarm -> Formats.count(alarm.occurrences()), null);
        list.component(Words.of("network.acknowledged"), this::acknowledgement, AlarmsView::acknowledgedBy, null);
    }

    private static Component device(AlarmDetails alarm) {
        RouterLink link = new RouterLink();
        link.setText(alarm.alarmedObject());
        link.getElement().setAttribute("href", "devices/" + alarm.deviceId());
        return link;
    }

    private static String acknowledgedBy(AlarmDetails alarm) {
        return alarm.ackState().equals("acknowledged") ? alarm.ackBy() : "–";
    }

    private Component acknowledgement(AlarmDetails alarm) {
        boolean waits =
                alarm.ackState().equals("unacknowledged") && !alarm.state().equals(CLEARED);
        if (!waits || !Person.signedIn().may("alarm.write")) {
            return new Span(acknowledgedBy(alarm));
        }
        Button button = new Button(Words.of("network.acknowledge"), click -> {
            try {
                alarms.acknowledge(alarm.id());
                show(read());
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Seen read() {
        Query open = Query.where(Filter.equal("state", "raised", "updated")).page(0, 1);
        return new Seen(alarms.list(newestFirst(watched)), alarms.list(open).total());
    }

    /** Draws only when something has changed, so that nothing moves under the eyes of who reads. */
    private void show(Seen now) {
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        list.refresh();
        tellOpen(now.open());
    }

    private void tellOpen(long open) {
        head.badges(
                open == 0
                        ? new Badge(Words.of("network.allClear"), Badge.Tone.GOOD)
                        : new Badge(Words.of("network.openAlarms", open), Badge.Tone.BAD));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (shown.chosen(SHOW).equals("open")) {
                filters.add(Filter.equal("state", "raised", "updated"));
            } else if (shown.chosen(SHOW).equals(CLEARED)) {
                filters.add(Filter.equal("state", CLEARED));
            }
            if (!shown.chosen(SEVERITY).isEmpty()) {
                filters.add(Filter.equal("perceivedSeverity", shown.chosen(SEVERITY)));
            }
            if (!shown.text().isEmpty()) {
                filters.add(new Filter("alarmedObject", Filter.Operator.LIKE, List.of(shown.text())));
            }
        });
        watched = list.shown(WATCHED);
        seen = read();
        tellOpen(seen.open());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        updates = live.every(REFRESH, event.getUI(), this::read, this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        updates.stop();
        super.onDetach(event);
    }

    @Override
    public String getPageTitle() {
        return Words.of("network.alarms") + " · DotMac";
    }
}
