package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.ledger.Payers.Payer;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/** The documents and payments that were open on a day: {@code asOf}, or today. */
@Path("/api/v1/ledger/open-items")
@RequestScoped
public class OpenItemsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private LedgerReportService reports;

    @Inject
    private ClockService clock;

    @Inject
    private Payers payers;

    /** @param side receivable for what the customer owes, credit for what he has */
    record Body(
            String documentId,
            String billingAccountId,
            String accountNumber,
            String customerName,
            String side,
            LocalDate bookedOn,
            LocalDate dueOn,
            TmfMoney amount,
            TmfMoney open) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        AsOfRequest asked = new AsOfRequest(list, "asOf");
        Page<OpenItem> page = reports.openItems(asked.day("asOf", clock.today()), asked.offset(), asked.limit());
        Map<UUID, Payer> known = payersOf(page.rows());
        return exchange.page(list, page.map(item -> body(item, known.get(item.billingAccountId()))));
    }

    @GET
    @Path("csv")
    public Response csv(@QueryParam("asOf") String asOf) {
        LocalDate day = Days.dayOr("asOf", asOf, clock.today());
        return CsvFile.answer("open-items-" + day, file -> {
            file.row("Account", "Customer", "Side", "Document", "Booked on", "Due on", "Currency", "Amount", "Open");
            reports.eachOpenItem(day, items -> {
                Map<UUID, Payer> known = payersOf(items);
                items.forEach(item -> row(file, item, known.get(item.billingAccountId())));
            });
        });
    }

    private static void row(CsvFile file, OpenItem item, Payer payer) {
        file.row(
                payer == null ? item.billingAccountId() : payer.accountNumber(),
                payer == null ? "" : payer.customerName(),
                side(item),
                item.documentId(),
                item.bookedOn(),
                item.dueOn(),
                item.currency(),
                CsvFile.amount(item.amountMinor(), item.currency()),
                CsvFile.amount(item.openMinor(), item.currency()));
    }

    private Map<UUID, Payer> payersOf(List<OpenItem> items) {
        return payers.of(
                items.stream().map(OpenItem::billingAccountId).distinct().toList());
    }

    private static Body body(OpenItem item, Payer payer) {
        return new Body(
                item.documentId().toString(),
                item.billingAccountId().toString(),
                payer == null ? null : payer.accountNumber(),
                payer == null ? null : payer.customerName(),
                side(item),
                item.bookedOn(),
                item.dueOn(),
                TmfMoney.of(new Money(item.amountMinor(), item.currency())),
                TmfMoney.of(new Money(item.openMinor(), item.currency())));
    }

    private static String side(OpenItem item) {
        return item.isReceivable() ? "receivable" : "credit";
    }
}
