package net.dotmac.console.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.SearchHit;
import net.dotmac.console.parts.SearchSource;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;

/** Invoices and credit notes by their whole number, which the index answers however many there are. */
@Dependent
class InvoiceSearch implements SearchSource {

    @Inject
    private InvoiceService invoices;

    @Override
    public String permission() {
        return "invoice.read";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<SearchHit> find(String text) {
        Query byNumber = Query.where(Filter.equal("number", text.toUpperCase(Locale.ROOT)));
        return invoices.list(byNumber.page(0, AT_MOST)).rows().stream()
                .map(InvoiceSearch::hit)
                .toList();
    }

    private static SearchHit hit(InvoiceDetails found) {
        return new SearchHit(
                "invoices/" + found.id(),
                found.number(),
                BillingWords.kind(found),
                found.buyer().name() + " · " + Formats.day(found.issuedOn()) + " · "
                        + BillingWords.money(found.grossMinor(), found.currency()));
    }
}
