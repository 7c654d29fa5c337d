package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dotmac.console.parts.Chart;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.services.ProductService;

/** What runs, by type of service. */
@Dependent
public class ServicesPanel {

    private static final String ACTIVE = "active";

    private final ProductService products;
    private Map<String, Map<String, Long>> read;

    @Inject
    public ServicesPanel(ProductService products) {
        this.products = products;
    }

    /** How many services are active, for whoever may read products. */
    public Optional<Component> figure(Person person) {
        if (!person.may("product.read")) {
            return Optional.empty();
        }
        long active = counts().values().stream()
                .mapToLong(states -> states.getOrDefault(ACTIVE, 0L))
                .sum();
        return Optional.of(new Figure(Words.of("shell.dashboard.services"), Formats.count(active), null));
    }

    /** A bar for each type of service, parted by state; what ended is left out. */
    public Optional<Component> panel(Person person) {
        if (!person.may("product.read")) {
            return Optional.empty();
        }
        Map<String, Map<String, Long>> counts = counts();
        String title = Words.of("shell.dashboard.servicesByType");
        if (counts.isEmpty()) {
            return Optional.of(new Panel(
                    title, new EmptyState(Words.of("customers.noProducts"), Words.of("customers.noProducts.text"))));
        }
        List<String> types = new ArrayList<>(counts.keySet());
        Map<String, List<BigDecimal>> series = new TreeMap<>();
        for (String state : List.of(ACTIVE, "designed", "inactive")) {
            if (counts.values().stream().anyMatch(states -> states.containsKey(state))) {
                series.put(
                        Words.of("customers.service.state." + state),
                        types.stream()
                                .map(type -> BigDecimal.valueOf(counts.get(type).getOrDefault(state, 0L)))
                                .toList());
            }
        }
        List<String> labels =
                types.stream().map(type -> Words.of("catalog.type." + type)).toList();
        return Optional.of(new Panel(title, new Chart(title).bars(labels, series)));
    }

    /** Read once for figure and chart. */
    private Map<String, Map<String, Long>> counts() {
        if (read == null) {
            read = products.serviceCounts();
        }
        return read;
    }
}
