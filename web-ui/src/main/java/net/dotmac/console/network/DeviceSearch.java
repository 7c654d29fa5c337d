package net.dotmac.console.network;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.SearchHit;
import net.dotmac.console.parts.SearchSource;
import net.dotmac.console.parts.Words;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceService;

/** Devices by a part of their name, or by their address. */
@Dependent
class DeviceSearch implements SearchSource {

    @Inject
    private DeviceService devices;

    @Override
    public String permission() {
        return "device.read";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<SearchHit> find(String text) {
        boolean isAddress = text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && (text.contains(".") || text.contains(":"));
        Filter filter =
                isAddress ? Filter.equal("address", text) : new Filter("name", Filter.Operator.LIKE, List.of(text));
        return devices.list(Query.where(filter).page(0, AT_MOST)).rows().stream()
                .map(DeviceSearch::hit)
                .toList();
    }

    private static SearchHit hit(DeviceDetails found) {
        return new SearchHit(
                "devices/" + found.id(),
                found.name(),
                Words.of("network.device"),
                found.address() + " · " + Words.of("network.status." + found.status()));
    }
}
