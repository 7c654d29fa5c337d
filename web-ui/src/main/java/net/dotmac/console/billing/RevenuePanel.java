package net.dotmac.console.billing;

import com.vaadin.flow.component.Component;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunService;
import net.dotmac.console.parts.Chart;
import net.dotmac.console.parts.Figure;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.platform.ClockService;

/** What was invoiced by month, from the totals that billing runs keep, and what is still to come in. */
@Dependent
public class RevenuePanel {

    private static final int MONTHS = 6;
    private static final int RUNS = 300;

    private final BillingRunService runs;
    private final LedgerService ledger;
    private final ClockService clock;

    @Inject
    public RevenuePanel(BillingRunService runs, LedgerService ledger, ClockService clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Receivables per currency, for whoever may read the ledger. */
    public List<Component> figures(Person person) {
        List<Component> figures = new ArrayList<>();
        if (person.may("ledger.read")) {
            for (TrialBalance.Row row : ledger.trialBalance(clock.today()).accounts()) {
                if (row.account() == LedgerAccount.RECEIVABLES) {
                    figures.add(new Figure(
                            Words.of("shell.dashboard.receivables"),
                            BillingWords.money(row.balanceMinor(), row.currency()),
                            null));
                }
            }
        }
        return figures;
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
        Chart chart = new Chart(Words.of("shell.dashboard.revenue"));
        chart.show(option(byCurrency, first));
        return Optional.of(new Panel(Words.of("shell.dashboard.revenue"), chart));
    }

    private static JsonObject option(Map<String, Map<YearMonth, Long>> byCurrency, YearMonth first) {
        JsonArray months = Json.createArray();
        for (int i = 0; i < MONTHS; i++) {
            months.set(i, first.plusMonths(i).toString());
        }
        JsonObject time = Json.createObject();
        time.put("type", "category");
        time.put("data", months);
        JsonObject amount = Json.createObject();
        amount.put("type", "value");
        amount.put("min", 0);
        JsonArray series = Json.createArray();
        byCurrency.forEach((currency, byMonth) -> {
            JsonArray data = Json.createArray();
            for (int i = 0; i < MONTHS; i++) {
                long minor = byMonth.getOrDefault(first.plusMonths(i), 0L);
                data.set(i, new Money(minor, currency).amount().doubleValue());
            }
            JsonObject bars = Json.createObject();
            bars.put("type", "bar");
            bars.put("name", currency);
            bars.put("barMaxWidth", 36);
            bars.put("data", data);
            series.set(series.length(), bars);
        });
        JsonObject option = Json.createObject();
        option.put("xAxis", time);
        option.put("yAxis", amount);
        option.put("series", series);
        return option;
    }
}
