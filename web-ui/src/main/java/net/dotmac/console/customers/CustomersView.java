package net.dotmac.console.customers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.ListBar;
import net.dotmac.console.parts.ListPage;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** All customers, found as one types; search and status stand in the URL. */
@NeedsPermission("customer.read")
@Route(value = "customers", layout = ConsoleLayout.class)
public class CustomersView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int FOUND_AT_MOST = 100;
    private static final String STATUS = "status";
    private static final List<String> STATUSES = List.of("", "active", "inactive", "closed");

    private final transient CustomerService customers;
    private final ListBar bar;

    @Inject
    public CustomersView(CustomerService customers, SavedFilterService saved) {
        this.customers = customers;
        addClassName("fills");
        PageHead head = new PageHead(getTranslation("customers.title"));
        if (Person.signedIn().may("customer.write")) {
            Button add = new Button(getTranslation("customers.new"), VaadinIcon.PLUS.create(), click -> UI.getCurrent()
                    .navigate("customers/new"));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(add);
        }
        ListPage<CustomerDetails> list = new ListPage<>(this::page);
        list.text(getTranslation("customers.number"), CustomerDetails::number, "number")
                .setFlexGrow(0)
                .setClassNameGenerator(row -> "mono");
        list.text(getTranslation("customers.name"), CustomerDetails::name, "name");
        list.text(getTranslation("customers.kind"), CustomerWords::kind, "kind").setFlexGrow(0);
        list.text(getTranslation("customers.city"), CustomerWords::city, "city");
        list.text(getTranslation("customers.phone"), row -> row.data().phone(), "phone");
        list.text(getTranslation("customers.email"), row -> row.data().email(), "email");
        list.badge(getTranslation("customers.status"), row -> CustomerWords.status(row.status()));
        list.text(getTranslation("customers.since"), row -> Formats.dayOf(row.createdAt()), "createdAt")
                .setFlexGrow(0);
        list.opens(row -> "customers/" + row.id());
        bar = new ListBar("customers", list, saved)
                .search(getTranslation("customers.search"))
                .choice(
                        STATUS,
                        getTranslation("customers.status"),
                        STATUSES,
                        each -> getTranslation(each.isEmpty() ? "customers.anyStatus" : "customers.status." + each));
        add(head, bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.show(event.getLocation().getQueryParameters(), (shown, filters) -> {
            if (!shown.chosen(STATUS).isEmpty()) {
                filters.add(Filter.equal(STATUS, shown.chosen(STATUS)));
            }
        });
    }

    private Page<CustomerDetails> page(Query query) {
        if (bar.text().isEmpty()) {
            return customers.list(query);
        }
        List<CustomerDetails> found = customers.search(bar.text(), FOUND_AT_MOST).stream()
                .filter(each ->
                        bar.chosen(STATUS).isEmpty() || bar.chosen(STATUS).equals(each.status()))
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
