package net.dotmac.console.network;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.console.parts.Badge;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.NetworkSummary;
import net.dotmac.networking.SiteService;

/** All devices with their status. */
@NeedsPermission("device.read")
@Route(value = "devices", layout = ConsoleLayout.class)
public class DevicesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATUS = "status";
    private static final String SITE = "site";
    private static final List<String> STATUSES = List.of("", "up", "down", "unknown");

    private final ListBar bar;

    @Inject
    public DevicesView(DeviceService devices, SiteService sites, SavedFilterService saved) {
        addClassName("fills");
        NetworkSummary summary = devices.summary();
        PageHead head = new PageHead(Words.of("network.devices"));
        head.badges(
                new Badge(Words.of("network.count.up", summary.up()), Badge.Tone.GOOD),
                new Badge(
                        Words.of("network.count.down", summary.down()),
                        summary.down() > 0 ? Badge.Tone.BAD : Badge.Tone.NEUTRAL));
        ListPage<DeviceDetails> list =
                new ListPage<>(query -> devices.list(query.sorts().isEmpty() ? query.orderBy("name", false) : query));
        list.text(Words.of("network.name"), DeviceDetails::name, "name");
        list.text(Words.of("network.site"), DeviceDetails::siteName, null).setFlexGrow(0);
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
        Map<String, String> places = new LinkedHashMap<>();
        places.put("", "");
        sites.find(Query.all().orderBy("name", false).page(0, Query.MAX_LIMIT))
                .rows()
                .forEach(site -> places.put(site.id().toString(), site.name()));
        bar = new ListBar("devices", list, saved)
                .search(Words.of("network.search"))
                .choice(
                        STATUS,
                        Words.of("network.status"),
                        STATUSES,
                        each -> Words.of(each.isEmpty() ? "network.anyStatus" : "network.status." + each))
                .choice(
                        SITE,
                        Words.of("network.site"),
                        places.keySet().stream().toList(),
                        each -> each.isEmpty() ? Words.of("network.anySite") : places.get(each));
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATUS).isEmpty()) {
                filters.add(Filter.equal(STATUS, shown.chosen(STATUS)));
            }
            if (!shown.chosen(SITE).isEmpty()) {
                filters.add(Filter.equal("site.id", shown.chosen(SITE)));
            }
            if (!shown.text().isEmpty()) {
                filters.add(new Filter("name", Filter.Operator.LIKE, List.of(shown.text())));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return Words.of("network.devices") + " · DotMac";
    }
}
