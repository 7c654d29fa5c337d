package net.dotmac.console.network;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Chart;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Facts;
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
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.InterfaceDetails;
import net.dotmac.networking.TrafficPoint;

/** One device: its status and since when, its interfaces, and the traffic of one of them, live. */
@NeedsPermission("device.read")
@Route(value = "devices/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class DeviceView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final transient DeviceService devices;
    private final transient LiveUpdates live;
    private final transient Clock clock;
    private final PageHead head = new PageHead("");
    private final Div facts = new Div();
    private final Select<InterfaceDetails> shown = new Select<>();
    private final Select<Integer> hours = new Select<>();
    private final Chart chart = new Chart(Words.of("network.traffic"));
    private final Grid<InterfaceDetails> links = new Grid<>();
    private transient LiveUpdates.Subscription updates;
    private transient DeviceDetails device;
    private UUID id;

    @Inject
    public DeviceView(DeviceService devices, LiveUpdates live, Clock clock) {
        this.devices = devices;
        this.live = live;
        this.clock = clock;
        shown.setLabel(Words.of("network.interface"));
        shown.setItemLabelGenerator(InterfaceDetails::name);
        shown.addValueChangeListener(change -> draw());
        hours.setLabel(Words.of("network.span"));
        hours.setItems(1, 6, 24);
        hours.setItemLabelGenerator(each -> Words.of("network.hours", each));
        hours.setValue(1);
        hours.addValueChangeListener(change -> draw());
        Div choice = new Div(shown, hours);
        choice.addClassName("filters");
        columns();
        add(
                head,
                new Panel(Words.of("network.details"), facts),
                new Panel(Words.of("network.traffic"), choice, chart),
                new Panel(Words.of("network.interfaces"), links));
    }

    private void columns() {
        links.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        links.setAllRowsVisible(true);
        links.addColumn(InterfaceDetails::name).setHeader(Words.of("network.interface"));
        links.addComponentColumn(NetworkWords::link).setHeader(Words.of("network.status"));
        links.addColumn(InterfaceDetails::alias).setHeader(Words.of("network.alias"));
        links.addColumn(link -> link.speedMbps() == null ? "–" : Formats.count(link.speedMbps()) + " Mbit/s")
                .setHeader(Words.of("network.speed"))
                .setTextAlign(ColumnTextAlign.END);
        links.addColumn(link -> Words.of(link.monitored() ? "network.yes" : "network.no"))
                .setHeader(Words.of("network.monitored"));
        links.addColumn(link -> Formats.time(link.changedAt())).setHeader(Words.of("network.since"));
        links.getColumns().forEach(column -> column.setAutoWidth(true));
        links.addItemClickListener(click -> shown.setValue(click.getItem()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        show(devices.get(id));
        List<InterfaceDetails> found = devices.interfaces(id);
        links.setItems(found);
        shown.setItems(found);
        if (found.isEmpty()) {
            replace(chart, new EmptyState(Words.of("network.noInterfaces"), Words.of("network.noInterfaces.text")));
        } else {
            shown.setValue(found.get(0));
        }
        if (Person.signedIn().may("device.write")) {
            head.actions(new Button(Words.of("network.pollNow"), click -> pollNow()));
        }
    }

    private static void replace(Chart chart, EmptyState empty) {
        chart.getParent().ifPresent(parent -> parent.getElement().appendChild(empty.getElement()));
        chart.setVisible(false);
    }

    private void show(DeviceDetails now) {
        device = now;
        head.setTitle(device.name());
        head.badges(NetworkWords.status(device.status()));
        facts.removeAll();
        facts.add(new Facts()
                .with(Words.of("network.since"), Formats.time(device.statusSince()))
                .with(Words.of("network.address"), device.address() + ":" + device.snmpPort())
                .with(
                        Words.of("network.class"),
                        Words.of("network.class." + device.deviceClass().wire()))
                .with(Words.of("network.uptime"), uptime(device.uptimeSeconds()))
                .with(Words.of("network.sysName"), device.sysName())
                .with(Words.of("network.sysDescr"), device.sysDescr())
                .with(Words.of("network.lastPolled"), Formats.time(device.lastPolledAt()))
                .with(Words.of("network.failure"), device.lastFailure()));
    }

    private static String uptime(Long seconds) {
        if (seconds == null) {
            return null;
        }
        Duration up = Duration.ofSeconds(seconds);
        return Words.of("network.uptime.of", up.toDays(), up.toHoursPart(), up.toMinutesPart());
    }

    private void draw() {
        InterfaceDetails link = shown.getValue();
        if (link == null) {
            return;
        }
        Instant until = clock.instant();
        Duration span = Duration.ofHours(hours.getValue());
        Duration step = Duration.ofSeconds(Math.max(15, span.toSeconds() / 240));
        List<TrafficPoint> points = devices.traffic(link.id(), until.minus(span), until, step);
        chart.show(TrafficChart.option(points, step));
    }

    private void pollNow() {
        try {
            devices.pollNow(id);
            Notices.done(Words.of("network.pollNow.done"));
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        updates = live.every(REFRESH, event.getUI(), () -> devices.get(id), now -> {
            show(now);
            draw();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        updates.stop();
        super.onDetach(event);
    }

    @Override
    public String getPageTitle() {
        return device.name() + " · DotMac";
    }
}
