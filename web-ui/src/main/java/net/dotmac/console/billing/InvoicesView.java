package net.dotmac.console.billing;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.platform.ClockService;

/** Invoices and credit notes, newest first. */
@NeedsPermission("invoice.read")
@Route(value = "invoices", layout = ConsoleLayout.class)
public class InvoicesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";
    private static final List<String> KINDS = List.of("", "invoice", "debitNote", "creditNote");
    private static final String STATE = "state";
    private static final List<String> STATES = List.of("", "open", "overdue", "paid");

    private final LocalDate today;
    private final ListBar bar;

    @Inject
    public InvoicesView(InvoiceService invoices, ClockService clock, SavedFilterService saved) {
        today = clock.today();
        addClassName("fills");
        ListPage<InvoiceDetails> list =
                new ListPage<>(query -> invoices.list(query.sorts().isEmpty() ? query.orderBy("number", true) : query));
        list.text(Words.of("billing.invoice.number"), InvoiceDetails::number, "number")
                .setFlexGrow(0);
        list.text(Words.of("billing.invoice.kind"), BillingWords::kind, "kind").setFlexGrow(0);
        list.text(Words.of("billing.invoice.buyer"), row -> row.buyer().name(), "buyerName");
        list.text(Words.of("billing.invoice.issuedOn"), row -> Formats.day(row.issuedOn()), "issuedOn");
        list.text(Words.of("billing.invoice.dueOn"), row -> Formats.day(row.dueOn()), "dueOn");
        list.number(
                Words.of("billing.gross"), row -> BillingWords.money(row.grossMinor(), row.currency()), "grossMinor");
        list.number(Words.of("billing.open"), row -> BillingWords.money(row.openMinor(), row.currency()), null);
        list.badge(Words.of("billing.invoice.state"), row -> BillingWords.invoiceState(row, today));
        list.opens(row -> "invoices/" + row.id());
        bar = new ListBar("invoices", list, saved)
                .search(Words.of("billing.invoice.search"))
                .choice(
                        KIND,
                        Words.of("billing.invoice.kind"),
                        KINDS,
                        each -> Words.of(each.isEmpty() ? "billing.invoice.anyKind" : "billing.invoice.kind." + each))
                .choice(
                        STATE,
                        Words.of("billing.invoice.state"),
                        STATES,
                        each -> Words.of(each.isEmpty() ? "billing.invoice.anyState" : "billing.invoice.view." + each));
        RouterLink numbers = new RouterLink(Words.of("documents.settings.title"), DocumentSettingsView.class);
        numbers.addClassName("button-link");
        add(new PageHead(Words.of("billing.invoices")).actions(numbers), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(KIND).isEmpty()) {
                filters.add(Filter.equal(KIND, shown.chosen(KIND)));
            }
            filters.addAll(ofState(shown.chosen(STATE)));
            if (!shown.text().isEmpty()) {
                boolean digits = shown.text().chars().anyMatch(Character::isDigit);
                filters.add(new Filter(digits ? "number" : "buyerName", Filter.Operator.LIKE, List.of(shown.text())));
            }
        });
    }

    /** Only invoices are open or paid in a bookkeeper's words; what is left of a credit note is nobody's debt. */
    private List<Filter> ofState(String state) {
        Filter invoice = Filter.equal(KIND, "invoice");
        Filter open = Filter.equal(STATE, "new", "partiallyPaid");
        return switch (state) {
            case "open" -> List.of(invoice, open);
            case "overdue" ->
                List.of(invoice, open, new Filter("dueOn", Filter.Operator.LT, List.of(today.toString())));
            case "paid" -> List.of(invoice, Filter.equal(STATE, "settled"));
            default -> List.of();
        };
    }

    @Override
    public String getPageTitle() {
        return Words.of("billing.invoices") + " · DotMac";
    }
}
