package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.console.parts.Facts;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Panel;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;

/** One customer: who he is, what he has, what he owes, what happened. The tab stands in the URL. */
@NeedsPermission("customer.read")
@Route(value = "customers/:id([0-9a-f-]{36})", layout = ConsoleLayout.class)
public class CustomerView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient CustomerService customers;
    private final transient Instance<CustomerTab> tabs;
    private String title = "";

    @Inject
    public CustomerView(CustomerService customers, Instance<CustomerTab> tabs) {
        this.customers = customers;
        this.tabs = tabs;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("id").map(UUID::fromString).orElseThrow(NotFoundException::new);
        removeAll();
        show(
                customers.get(id),
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("tab")
                        .orElse(""));
    }

    private void show(CustomerDetails customer, String openTab) {
        title = customer.name();
        PageHead head = new PageHead(customer.name());
        List<CustomerTab> shown = tabs.stream()
                .filter(tab -> tab.permission() == null || Person.signedIn().may(tab.permission()))
                .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                .toList();
        List<Component> badges = new ArrayList<>();
        badges.add(CustomerWords.status(customer.status()));
        shown.forEach(tab -> badges.addAll(tab.badges(customer)));
        head.badges(badges.toArray(Component[]::new));
        if (Person.signedIn().may("customer.write")) {
            head.actions(new Button(getTranslation("customers.edit"), click -> UI.getCurrent()
                    .navigate("customers/" + customer.id() + "/edit")));
        }
        add(head, new Panel(getTranslation("customers.details"), facts(customer)), sheet(customer, shown, openTab));
    }

    private Facts facts(CustomerDetails customer) {
        return new Facts()
                .with(getTranslation("customers.number"), customer.number())
                .with(getTranslation("customers.kind"), CustomerWords.kind(customer))
                .with(getTranslation("customers.address"), CustomerWords.address(customer))
                .with(getTranslation("customers.phone"), customer.data().phone())
                .with(getTranslation("customers.email"), customer.data().email())
                .with(getTranslation("customers.vatId"), customer.data().vatId())
                .with(getTranslation("customers.since"), Formats.dayOf(customer.createdAt()));
    }

    private TabSheet sheet(CustomerDetails customer, List<CustomerTab> shown, String openTab) {
        TabSheet sheet = new TabSheet();
        sheet.addClassName("tabs");
        for (int i = 0; i < shown.size(); i++) {
            CustomerTab tab = shown.get(i);
            Div content = new Div(tab.content(customer));
            content.addClassName("tab-content");
            sheet.add(getTranslation(tab.title()), content);
            if (tab.name().equals(openTab)) {
                sheet.setSelectedIndex(i);
            }
        }
        sheet.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                CustomerTab tab = shown.get(sheet.getSelectedIndex());
                String url = "customers/" + customer.id();
                UI.getCurrent()
                        .getPage()
                        .getHistory()
                        .replaceState(null, new Location(url, QueryParameters.of("tab", tab.name())));
            }
        });
        return sheet;
    }

    @Override
    public String getPageTitle() {
        return title + " · DotMac";
    }
}
