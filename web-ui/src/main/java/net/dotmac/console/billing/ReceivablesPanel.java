package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dotmac.console.parts.Chart;
import net.dotmac.console.parts.EmptyState;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.ReceivablesAge;
import net.dotmac.ledger.ReceivablesAge.Band;

/** What customers owe, by how long it is overdue: the ageing report at a glance. */
@Dependent
public class ReceivablesPanel {

    private final LedgerService ledger;
    private Map<String, List<ReceivablesAge>> read;

    @Inject
    public ReceivablesPanel(LedgerService ledger) {
        this.ledger = ledger;
    }

    /** The total per currency and what of it is overdue, for whoever may read the ledger. */
    public List<Component> figures(Person person) {
        List<Component> figures = new ArrayList<>();
        byCurrency(person).forEach((currency, ages) -> {
            long open = ages.stream().mapToLong(ReceivablesAge::openMinor).sum();
            long overdue = ages.stream()
                    .filter(age -> age.band() != Band.NOT_DUE)
                    .mapToLong(ReceivablesAge::openMinor)
                    .sum();
            figures.add(new Figure(
                    Words.of("shell.dashboard.receivables"),
                    BillingWords.money(open, currency),
                    Words.of("shell.dashboard.overdue", BillingWords.money(overdue, currency))));
        });
        return figures;
    }

    /** A bar for each band of age, or nothing for whoever may not read the ledger. */
    public Optional<Component> panel(Person person) {
        if (!person.may("ledger.read")) {
            return Optional.empty();
        }
        String title = Words.of("shell.dashboard.ageing");
        Map<String, List<ReceivablesAge>> found = byCurrency(person);
        if (found.isEmpty()) {
            return Optional.of(new Panel(
                    title,
                    new EmptyState(Words.of("shell.dashboard.allPaid"), Words.of("shell.dashboard.allPaid.text"))));
        }
        Map<String, List<BigDecimal>> series = new TreeMap<>();
        found.forEach((currency, ages) -> series.put(
                currency,
                Arrays.stream(Band.values())
                        .map(band -> ages.stream()
                                .filter(age -> age.band() == band)
                                .mapToLong(ReceivablesAge::openMinor)
                                .sum())
                        .map(minor -> new Money(minor, currency).amount())
                        .toList()));
        List<String> labels = Arrays.stream(Band.values())
                .map(band -> Words.of("shell.dashboard.age." + band.name()))
                .toList();
        return Optional.of(new Panel(title, new Chart(title).bars(labels, series)));
    }

    /** Read once for figures and chart. */
    private Map<String, List<ReceivablesAge>> byCurrency(Person person) {
        if (read == null) {
            read = new TreeMap<>();
            if (person.may("ledger.read")) {
                ledger.receivablesByAge().forEach(age -> read.computeIfAbsent(age.currency(), each -> new ArrayList<>())
                        .add(age));
            }
        }
        return read;
    }
}
