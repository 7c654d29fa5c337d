package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunService;
import net.dotmac.console.parts.Chart;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.platform.ClockService;

/** What was invoiced by month, from the totals that billing runs keep. */
@Dependent
public class RevenuePanel {

    private static final int MONTHS = 6;
    private static final int RUNS = 300;

    private final BillingRunService runs;
    private final ClockService clock;

    @Inject
    public RevenuePanel(BillingRunService runs, ClockService clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** A bar for each month, or nothing for whoever may not see runs. */
    public Optional<Component> panel(Person person) {
        if (!person.may("billingRun.read")) {
            return Optional.empty();
        }
        Map<String, Map<YearMonth, Long>> byCurrency = new TreeMap<>();
        YearMonth first = YearMonth.from(clock.today()).minusMonths(MONTHS - 1);
        Query issued = Query.where(Filter.equal("mode", "issue"), Filter.equal("state", "finished"))
                .orderBy("date", true)
                .page(0, RUNS);
        for (BillingRunDetails run : runs.list(issued).rows()) {
            YearMonth month = YearMonth.from(run.date());
            if (!month.isBefore(first)) {
                run.totals().forEach(total -> byCurrency
                        .computeIfAbsent(total.currency(), each -> new TreeMap<>())
                        .merge(month, total.netMinor(), Long::sum));
            }
        }
        List<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        Map<String, List<BigDecimal>> series = new TreeMap<>();
        byCurrency.forEach((currency, byMonth) -> series.put(
                currency,
                months.stream()
                        .map(month -> new Money(byMonth.getOrDefault(month, 0L), currency).amount())
                        .toList()));
        List<String> labels = months.stream().map(Formats::month).toList();
        Chart chart = new Chart(Words.of("shell.dashboard.revenue")).bars(labels, series);
        return Optional.of(new Panel(Words.of("shell.dashboard.revenue"), chart));
    }
}
