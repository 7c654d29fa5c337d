package net.dotmac.console.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.billing.ReceivablesPanel;
import net.dotmac.console.billing.RevenuePanel;
import net.dotmac.console.customers.ServicesPanel;
import net.dotmac.console.network.AlarmsPanel;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.NetworkSummary;
import net.dotmac.platform.ClockService;

/** Where a day begins: what came in, what is open, what runs, what is wrong. */
@Route(value = "", layout = ConsoleLayout.class)
public class DashboardView extends PageBody implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Inject
    public DashboardView(
            CustomerService customers,
            ServicesPanel services,
            DeviceService devices,
            ClockService clock,
            RevenuePanel revenue,
            ReceivablesPanel receivables,
            AlarmsPanel alarms) {
        add(new PageHead(getTranslation("shell.area.dashboard")));
        Div figures = new Div();
        figures.addClassName("figures");
        Person person = Person.signedIn();
        if (person.may("customer.read")) {
            Query active = Query.where(Filter.equal("status", "active")).page(0, 1);
            long count = customers.list(active).total();
            figures.add(new Figure(getTranslation("shell.dashboard.customers"), Formats.count(count), null));
        }
        services.figure(person).ifPresent(figures::add);
        receivables.figures(person).forEach(figures::add);
        if (person.may("device.read")) {
            NetworkSummary network = devices.summary();
            figures.add(new Figure(
                    getTranslation("shell.area.devices"),
                    getTranslation("shell.dashboard.up", network.up(), network.devices()),
                    getTranslation("shell.dashboard.openAlarms", network.openAlarms(), network.criticalAlarms())));
        }
        figures.add(new Figure(
                getTranslation("shell.dashboard.today"),
                Formats.day(clock.today()),
                clock.zone().getId()));
        add(figures);
        Div panels = new Div();
        panels.addClassName("panels");
        List.of(revenue.panel(person), receivables.panel(person), services.panel(person), alarms.panel(person))
                .forEach(each -> each.ifPresent(panels::add));
        add(panels);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.area.dashboard") + " · DotMac";
    }
}
