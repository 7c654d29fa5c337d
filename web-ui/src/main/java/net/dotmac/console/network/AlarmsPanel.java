package net.dotmac.console.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.AlarmService;

/** The newest open alarms, for the dashboard. */
@Dependent
public class AlarmsPanel {

    private static final int SHOWN = 8;

    private final AlarmService alarms;

    @Inject
    public AlarmsPanel(AlarmService alarms) {
        this.alarms = alarms;
    }

    /** The panel, or nothing for whoever may not see alarms. */
    public Optional<Component> panel(Person person) {
        if (!person.may("alarm.read")) {
            return Optional.empty();
        }
        Query open = Query.where(Filter.equal("state", "raised", "updated"))
                .orderBy("raisedAt", true)
                .page(0, SHOWN);
        List<AlarmDetails> found = alarms.list(open).rows();
        if (found.isEmpty()) {
            return Optional.of(new Panel(
                    Words.of("shell.dashboard.alarms"),
                    new EmptyState(Words.of("shell.dashboard.noAlarms"), Words.of("shell.dashboard.noAlarms.text"))));
        }
        Div list = new Div();
        found.forEach(alarm -> list.add(line(alarm)));
        return Optional.of(new Panel(Words.of("shell.dashboard.alarms"), list));
    }

    private static Component line(AlarmDetails alarm) {
        RouterLink device = new RouterLink();
        device.setText(alarm.alarmedObject());
        device.getElement().setAttribute("href", "devices/" + alarm.deviceId());
        Span time = new Span(Formats.time(alarm.raisedAt()));
        time.addClassName("quiet");
        Div line = new Div(NetworkWords.severity(alarm), device, time);
        line.addClassName("alarm-line");
        return line;
    }
}
