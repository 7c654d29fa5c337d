package net.dotmac.console.network;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.LiveUpdates;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.AlarmService;

/** Alarms as they arrive, newest first. */
@NeedsPermission("alarm.read")
@Route(value = "alarms", layout = ConsoleLayout.class)
public class AlarmsView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final List<String> CHOICES = List.of("open", "all");

    private final transient AlarmService alarms;
    private final transient LiveUpdates live;
    private final PageHead head = new PageHead(Words.of("network.alarms"));
    private final Select<String> choice = new Select<>();
    private final Span total = new Span();
    private final Grid<AlarmDetails> grid = new Grid<>();
    private transient Page<AlarmDetails> shown;
    private transient LiveUpdates.Subscription updates;

    @Inject
    public AlarmsView(AlarmService alarms, LiveUpdates live) {
        this.alarms = alarms;
        this.live = live;
        addClassName("fills");
        choice.setItems(CHOICES);
        choice.setAriaLabel(Words.of("network.alarms"));
        choice.setItemLabelGenerator(each -> Words.of("network.alarms." + each));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate("alarms", QueryParameters.simple(Map.of("show", change.getValue())));
            }
        });
        total.addClassName("total");
        Div filters = new Div(choice, total);
        filters.addClassName("filters");
        columns();
        add(head, filters, grid);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.addClassName("list");
        grid.addComponentColumn(NetworkWords::severity)
                .setHeader(Words.of("network.severity"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(AlarmsView::device)
                .setHeader(Words.of("network.alarmedObject"))
                .setAutoWidth(true);
        grid.addColumn(alarm -> Words.of("network.cause." + alarm.probableCause()))
                .setHeader(Words.of("network.cause"))
                .setAutoWidth(true);
        grid.addColumn(AlarmDetails::detail)
                .setHeader(Words.of("network.detail"))
                .setFlexGrow(2);
        grid.addColumn(alarm -> Formats.time(alarm.raisedAt()))
                .setHeader(Words.of("network.raised"))
                .setAutoWidth(true);
        grid.addColumn(AlarmDetails::occurrences)
                .setHeader(Words.of("network.times"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::acknowledgement)
                .setHeader(Words.of("network.acknowledged"))
                .setAutoWidth(true);
    }

    private static RouterLink device(AlarmDetails alarm) {
        RouterLink link = new RouterLink();
        link.setText(alarm.alarmedObject());
        link.getElement().setAttribute("href", "devices/" + alarm.deviceId());
        return link;
    }

    private Component acknowledgement(AlarmDetails alarm) {
        if (alarm.ackState().equals("acknowledged")) {
            return new Span(alarm.ackBy());
        }
        boolean open = !alarm.state().equals("cleared");
        if (!open || !Person.signedIn().may("alarm.write")) {
            return new Span("–");
        }
        Button button = new Button(Words.of("network.acknowledge"), click -> {
            try {
                alarms.acknowledge(alarm.id());
                show(page());
            } catch (DomainException e) {
                Notices.problem(e.getMessage());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Page<AlarmDetails> page() {
        Query query =
                "all".equals(choice.getValue()) ? Query.all() : Query.where(Filter.equal("state", "raised", "updated"));
        return alarms.list(query.orderBy("raisedAt", true).page(0, SHOWN));
    }

    private void show(Page<AlarmDetails> page) {
        if (page.equals(shown)) {
            return;
        }
        // Only what has changed is drawn, so that nothing moves under the eyes of who reads.
        shown = page;
        grid.setItems(page.rows());
        total.setText(Words.of("parts.rows", page.total()));
        long open = page.rows().stream()
                .filter(alarm -> !alarm.state().equals("cleared"))
                .count();
        head.badges(
                open == 0
                        ? new Badge(Words.of("network.allClear"), Badge.Tone.GOOD)
                        : new Badge(Words.of("network.openAlarms", open), Badge.Tone.BAD));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse("open");
        choice.setValue(CHOICES.contains(wanted) ? wanted : "open");
        show(page());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        updates = live.every(REFRESH, event.getUI(), this::page, this::show);
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
