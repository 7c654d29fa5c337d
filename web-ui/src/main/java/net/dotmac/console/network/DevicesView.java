package net.dotmac.console.network;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.kernel.query.Filter;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.NetworkSummary;

/** All devices with their status. */
@NeedsPermission("device.read")
@Route(value = "devices", layout = ConsoleLayout.class)
public class DevicesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final List<String> STATUSES = List.of("", "up", "down", "unknown");

    private final TextField search = new TextField();
    private final Select<String> status = new Select<>();
    private final ListPage<DeviceDetails> list;

    @Inject
    public DevicesView(DeviceService devices) {
        addClassName("fills");
        NetworkSummary summary = devices.summary();
        PageHead head = new PageHead(Words.of("network.devices"));
        head.badges(
                new Badge(Words.of("network.count.up", summary.up()), Badge.Tone.GOOD),
                new Badge(
                        Words.of("network.count.down", summary.down()),
                        summary.down() > 0 ? Badge.Tone.BAD : Badge.Tone.NEUTRAL));
        list = new ListPage<>(query -> devices.list(query.sorts().isEmpty() ? query.orderBy("name", false) : query));
        list.text(Words.of("network.name"), DeviceDetails::name, "name");
        list.badge(Words.of("network.status"), row -> NetworkWords.status(row.status()));
        list.text(Words.of("network.since"), row -> Formats.time(row.statusSince()), "statusSince");
        list.text(
                        Words.of("network.class"),
                        row -> Words.of("network.class." + row.deviceClass().wire()),
                        "deviceClass")
                .setFlexGrow(0);
        list.text(Words.of("network.address"), row -> row.address() + ":" + row.snmpPort(), "address");
        list.number(Words.of("network.interfaces"), row -> Formats.count(row.interfaceCount()), null);
        list.text(Words.of("network.failure"), DeviceDetails::lastFailure, null);
        list.opens(row -> "devices/" + row.id());
        add(head, filters(), list);
    }

    private Div filters() {
        search.setPlaceholder(Words.of("network.search"));
        search.setAriaLabel(Words.of("network.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        status.setItems(STATUSES);
        status.setValue("");
        status.setAriaLabel(Words.of("network.status"));
        status.setItemLabelGenerator(each -> Words.of(each.isEmpty() ? "network.anyStatus" : "network.status." + each));
        status.addValueChangeListener(change -> changed(change.isFromClient()));
        Div row = new Div(search, status, list.total());
        row.addClassName("filters");
        return row;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (!search.getValue().isBlank()) {
                parameters.put("q", search.getValue());
            }
            if (!status.getValue().isEmpty()) {
                parameters.put("status", status.getValue());
            }
            UI.getCurrent().navigate("devices", QueryParameters.simple(parameters));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        String wanted = parameters.getSingleParameter("status").orElse("");
        status.setValue(STATUSES.contains(wanted) ? wanted : "");
        List<Filter> filters = new ArrayList<>();
        if (!status.getValue().isEmpty()) {
            filters.add(Filter.equal("status", status.getValue()));
        }
        if (!search.getValue().isBlank()) {
            filters.add(new Filter(
                    "name", Filter.Operator.LIKE, List.of(search.getValue().strip())));
        }
        list.filter(filters);
    }

    @Override
    public String getPageTitle() {
        return Words.of("network.devices") + " · DotMac";
    }
}
