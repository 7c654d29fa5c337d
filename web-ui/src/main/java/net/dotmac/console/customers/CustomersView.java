package net.dotmac.console.customers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** All customers, found as one types; search and status stand in the URL. */
@NeedsPermission("customer.read")
@Route(value = "customers", layout = ConsoleLayout.class)
public class CustomersView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int FOUND_AT_MOST = 100;
    private static final List<String> STATUSES = List.of("", "active", "inactive", "closed");

    private final transient CustomerService customers;
    private final TextField search = new TextField();
    private final Select<String> status = new Select<>();
    private final ListPage<CustomerDetails> list;

    @Inject
    public CustomersView(CustomerService customers) {
        this.customers = customers;
        addClassName("fills");
        PageHead head = new PageHead(getTranslation("customers.title"));
        if (Person.signedIn().may("customer.write")) {
            Button add = new Button(getTranslation("customers.new"), VaadinIcon.PLUS.create(), click -> UI.getCurrent()
                    .navigate("customers/new"));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(add);
        }
        list = new ListPage<>(this::page);
        list.text(getTranslation("customers.number"), CustomerDetails::number, "number")
                .setFlexGrow(0)
                .setClassNameGenerator(row -> "mono");
        list.text(getTranslation("customers.name"), CustomerDetails::name, "name");
        list.text(getTranslation("customers.kind"), CustomerWords::kind, "kind").setFlexGrow(0);
        list.text(getTranslation("customers.city"), CustomerWords::city, "city");
        list.text(getTranslation("customers.phone"), row -> row.data().phone(), "phone");
        list.text(getTranslation("customers.email"), row -> row.data().email(), "email");
        list.badge(getTranslation("customers.status"), row -> CustomerWords.status(row.status()));
        list.text(getTranslation("customers.since"), row -> Formats.time(row.createdAt()), "createdAt")
                .setFlexGrow(0);
        list.opens(row -> "customers/" + row.id());
        add(head, filters(), list);
    }

    private Div filters() {
        search.setPlaceholder(getTranslation("customers.search"));
        search.setAriaLabel(getTranslation("customers.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        status.setItems(STATUSES);
        status.setValue("");
        status.setAriaLabel(getTranslation("customers.status"));
        status.setItemLabelGenerator(
                each -> getTranslation(each.isEmpty() ? "customers.anyStatus" : "customers.status." + each));
        status.addValueChangeListener(change -> changed(change.isFromClient()));
        Div row = new Div(search, status, list.total());
        row.addClassName("filters");
        return row;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (!search.getValue().isBlank()) {
                parameters.put("q", search.getValue());
            }
            if (!status.getValue().isEmpty()) {
                parameters.put("status", status.getValue());
            }
            UI.getCurrent().navigate("customers", QueryParameters.simple(parameters));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        String wanted = parameters.getSingleParameter("status").orElse("");
        status.setValue(STATUSES.contains(wanted) ? wanted : "");
        List<Filter> filters = new ArrayList<>();
        if (!status.getValue().isEmpty()) {
            filters.add(Filter.equal("status", status.getValue()));
        }
        list.filter(filters);
    }

    private Page<CustomerDetails> page(Query query) {
        if (search.getValue().isBlank()) {
            return customers.list(query);
        }
        List<CustomerDetails> found = customers.search(search.getValue(), FOUND_AT_MOST).stream()
                .filter(each -> status.getValue().isEmpty() || status.getValue().equals(each.status()))
                .toList();
        List<CustomerDetails> rows =
                found.stream().skip(query.offset()).limit(query.limit()).toList();
        return new Page<>(rows, found.size());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("customers.title") + " · DotMac";
    }
}
