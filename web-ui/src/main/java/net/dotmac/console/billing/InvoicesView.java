package net.dotmac.console.billing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.kernel.query.Filter;
import net.dotmac.platform.ClockService;

/** Invoices and credit notes, newest first. */
@NeedsPermission("invoice.read")
@Route(value = "invoices", layout = ConsoleLayout.class)
public class InvoicesView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final List<String> KINDS = List.of("", "invoice", "creditNote");

    private final TextField search = new TextField();
    private final Select<String> kind = new Select<>();
    private final ListPage<InvoiceDetails> list;

    @Inject
    public InvoicesView(InvoiceService invoices, ClockService clock) {
        LocalDate today = clock.today();
        addClassName("fills");
        list = new ListPage<>(query -> invoices.list(query.sorts().isEmpty() ? query.orderBy("number", true) : query));
        list.text(Words.of("billing.invoice.number"), InvoiceDetails::number, "number")
                .setFlexGrow(0);
        list.text(Words.of("billing.invoice.kind"), BillingWords::kind, "kind").setFlexGrow(0);
        list.text(Words.of("billing.invoice.buyer"), row -> row.buyer().name(), "buyerName");
        list.text(Words.of("billing.invoice.issuedOn"), row -> Formats.day(row.issuedOn()), "issuedOn");
        list.text(Words.of("billing.invoice.dueOn"), row -> Formats.day(row.dueOn()), "dueOn");
        list.number(
                Words.of("billing.gross"), row -> BillingWords.money(row.grossMinor(), row.currency()), "grossMinor");
        list.number(Words.of("billing.open"), row -> BillingWords.money(row.openMinor(), row.currency()), null);
        list.badge(
                Words.of("billing.invoice.state"),
                row -> BillingWords.invoiceState(
                        row, row.openMinor() > 0 && row.dueOn().isBefore(today)));
        list.opens(row -> "invoices/" + row.id());
        add(new PageHead(Words.of("billing.invoices")), filters(), list);
    }

    private Div filters() {
        search.setPlaceholder(Words.of("billing.invoice.search"));
        search.setAriaLabel(Words.of("billing.invoice.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        kind.setItems(KINDS);
        kind.setValue("");
        kind.setAriaLabel(Words.of("billing.invoice.kind"));
        kind.setItemLabelGenerator(
                each -> Words.of(each.isEmpty() ? "billing.invoice.anyKind" : "billing.invoice.kind." + each));
        kind.addValueChangeListener(change -> changed(change.isFromClient()));
        Div row = new Div(search, kind, list.total());
        row.addClassName("filters");
        return row;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (!search.getValue().isBlank()) {
                parameters.put("q", search.getValue());
            }
            if (!kind.getValue().isEmpty()) {
                parameters.put("kind", kind.getValue());
            }
            UI.getCurrent().navigate("invoices", QueryParameters.simple(parameters));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        String wanted = parameters.getSingleParameter("kind").orElse("");
        kind.setValue(KINDS.contains(wanted) ? wanted : "");
        List<Filter> filters = new ArrayList<>();
        if (!kind.getValue().isEmpty()) {
            filters.add(Filter.equal("kind", kind.getValue()));
        }
        if (!search.getValue().isBlank()) {
            boolean digits = search.getValue().chars().anyMatch(Character::isDigit);
            filters.add(new Filter(
                    digits ? "number" : "buyerName",
                    Filter.Operator.LIKE,
                    List.of(search.getValue().strip())));
        }
        list.filter(filters);
    }

    @Override
    public String getPageTitle() {
        return Words.of("billing.invoices") + " · DotMac";
    }
}
