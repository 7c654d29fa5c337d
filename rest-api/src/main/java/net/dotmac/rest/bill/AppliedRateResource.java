package net.dotmac.rest.bill;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Page;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;

/** TMF678: the lines of bills. */
@Path(Paths.APPLIED_RATE)
@RequestScoped
public class AppliedRateResource {

    private static final String WHAT = "applied customer billing rate";
    private static final Pattern LINE_ID = Pattern.compile("(.{36})-(\\d{1,9})");

    @Inject
    private Exchange exchange;

    @Inject
    private InvoiceService invoices;

    @Inject
    private ClockService clock;

    @GET
    public Response list() {
        ListRequest list = exchange.list(AppliedRateBody.class);
        Page<InvoiceLineDetails> lines = invoices.findLines(list.query());
        Map<UUID, InvoiceDetails> bills =
                invoices
                        .byIds(lines.rows().stream()
                                .map(InvoiceLineDetails::invoiceId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(InvoiceDetails::id, Function.identity()));
        ZoneId zone = clock.zone();
        return exchange.page(list, lines.map(line -> AppliedRateBody.of(line, bills, zone, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        Matcher parts = LINE_ID.matcher(id);
        if (!parts.matches()) {
            throw DomainException.notFound(WHAT, id.length() <= 60 ? id : id.substring(0, 60) + "…");
        }
        InvoiceDetails bill = invoices.get(PathId.of(WHAT, parts.group(1)));
        int lineNo = Integer.parseInt(parts.group(2));
        InvoiceLineDetails line = invoices.lines(List.of(bill.id())).stream()
                .filter(candidate -> candidate.lineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(WHAT, id));
        return exchange.one(AppliedRateBody.of(line, Map.of(bill.id(), bill), clock.zone(), exchange.links()));
    }
}
