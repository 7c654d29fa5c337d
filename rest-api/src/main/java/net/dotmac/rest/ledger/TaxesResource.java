package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.TaxReport;
import net.dotmac.billing.TaxReportService;
import net.dotmac.kernel.Money;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/**
 * The tax of the documents issued between two days, both included, tied to the ledger: {@code from} and {@code to},
 * or this month until today.
 */
@Path("/api/v1/ledger/taxes")
@RequestScoped
public class TaxesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private TaxReportService taxes;

    @Inject
    private ClockService clock;

    /** @param basis {@code document}, or {@code writeOff} for what was given up with its tax, less what came back */
    record TaxRow(
            String basis,
            String category,
            BigDecimal percent,
            String jurisdiction,
            TmfMoney net,
            TmfMoney tax,
            long documents) {}

    /** @param difference documents less ledger */
    record Tie(TmfMoney documents, TmfMoney ledger, TmfMoney difference) {}

    record Taxes(LocalDate from, LocalDate to, List<TaxRow> rates, List<Tie> ties) {}

    @GET
    public Response taxes(@QueryParam("from") String from, @QueryParam("to") String to) {
        TaxReport report = report(from, to);
        return exchange.changed(new Taxes(
                report.from(),
                report.to(),
                report.rows().stream().map(TaxesResource::tax).toList(),
                report.ties().stream().map(TaxesResource::tie).toList()));
    }

    @GET
    @Path("csv")
    public Response taxesCsv(@QueryParam("from") String from, @QueryParam("to") String to) {
        TaxReport report = report(from, to);
        return CsvFile.answer("taxes-" + report.from() + "-" + report.to(), file -> {
            file.row("Basis", "Currency", "Category", "Percent", "Jurisdiction", "Net", "Tax", "Documents");
            report.rows()
                    .forEach(row -> file.row(
                            row.basis(),
                            row.currency(),
                            row.category(),
                            row.percent().toPlainString(),
                            row.jurisdiction(),
                            CsvFile.amount(row.netMinor(), row.currency()),
                            CsvFile.amount(row.taxMinor(), row.currency()),
                            row.documents()));
        });
    }

    private TaxReport report(String from, String to) {
        return taxes.report(
                Days.dayOr("from", from, clock.today().withDayOfMonth(1)), Days.dayOr("to", to, clock.today()));
    }

    private static TaxRow tax(TaxReport.Row row) {
        return new TaxRow(
                row.basis(),
                row.category(),
                new BigDecimal(row.percent().toPlainString()),
                row.jurisdiction(),
                money(row.netMinor(), row.currency()),
                money(row.taxMinor(), row.currency()),
                row.documents());
    }

    private static Tie tie(TaxReport.Tie tie) {
        return new Tie(
                money(tie.documentsMinor(), tie.currency()),
                money(tie.ledgerMinor(), tie.currency()),
                money(tie.differenceMinor(), tie.currency()));
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
