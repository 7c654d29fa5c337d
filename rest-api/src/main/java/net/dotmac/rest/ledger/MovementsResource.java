package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.AccountMovement;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/** The trial balance between two days, both included: {@code from} and {@code to}, or this month until today. */
@Path("/api/v1/ledger/movements")
@RequestScoped
public class MovementsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private LedgerReportService reports;

    @Inject
    private ClockService clock;

    record Movement(
            String account, String currency, TmfMoney opening, TmfMoney debit, TmfMoney credit, TmfMoney closing) {}

    @GET
    public Response movements() {
        ListRequest list = exchange.list(Movement.class);
        AsOfRequest asked = new AsOfRequest(list, "from", "to");
        List<AccountMovement> found = reports.movements(from(asked), asked.day("to", clock.today()));
        int start = Math.min(asked.offset(), found.size());
        int end = Math.min(start + asked.limit(), found.size());
        return exchange.page(
                list, new Page<>(found.subList(start, end), found.size()).map(MovementsResource::movement));
    }

    @GET
    @Path("csv")
    public Response movementsCsv(@QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate first = Days.dayOr("from", from, clock.today().withDayOfMonth(1));
        LocalDate last = Days.dayOr("to", to, clock.today());
        List<AccountMovement> found = reports.movements(first, last);
        return CsvFile.answer("movements-" + first + "-" + last, file -> {
            file.row("Account", "Currency", "Opening", "Debit", "Credit", "Closing");
            found.forEach(each -> file.row(
                    each.account().wire(),
                    each.currency(),
                    CsvFile.amount(each.openingMinor(), each.currency()),
                    CsvFile.amount(each.debitMinor(), each.currency()),
                    CsvFile.amount(each.creditMinor(), each.currency()),
                    CsvFile.amount(each.closingMinor(), each.currency())));
        });
    }

    private LocalDate from(AsOfRequest asked) {
        return asked.day("from", clock.today().withDayOfMonth(1));
    }

    private static Movement movement(AccountMovement each) {
        return new Movement(
                each.account().wire(),
                each.currency(),
                money(each.openingMinor(), each.currency()),
                money(each.debitMinor(), each.currency()),
                money(each.creditMinor(), each.currency()),
                money(each.closingMinor(), each.currency()));
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
