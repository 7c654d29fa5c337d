package net.dotmac.console.customers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.console.parts.Notices;
import net.dotmac.console.parts.PageBody;
import net.dotmac.console.parts.PageHead;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.ConsoleLayout;
import net.dotmac.console.shell.NeedsPermission;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.DomainException;

/** A new customer, or an old one's data to change; the missing address that billing complains of is mended here. */
@NeedsPermission("customer.write")
@Route(value = "customers/new", layout = ConsoleLayout.class)
@RouteAlias(value = "customers/:id([0-9a-f-]{36})/edit", layout = ConsoleLayout.class)
public class CustomerFormView extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient CustomerService customers;
    private final PageHead head = new PageHead("");
    private final TextField name = new TextField(Words.of("customers.name"));
    private final Select<CustomerKind> kind = new Select<>();
    private final EmailField email = new EmailField(Words.of("customers.email"));
    private final TextField phone = new TextField(Words.of("customers.phone"));
    private final TextField street = new TextField(Words.of("customers.street"));
    private final TextField postcode = new TextField(Words.of("customers.postcode"));
    private final TextField city = new TextField(Words.of("customers.city"));
    private final TextField country = new TextField(Words.of("customers.country"));
    private final TextField vatId = new TextField(Words.of("customers.vatId"));
    private transient CustomerDetails customer;

    @Inject
    public CustomerFormView(CustomerService customers) {
        this.customers = customers;
        name.setRequiredIndicatorVisible(true);
        kind.setLabel(Words.of("customers.kind"));
        kind.setItems(CustomerKind.values());
        kind.setItemLabelGenerator(each -> Words.of("customers.kind." + each.wire()));
        kind.setValue(CustomerKind.HOUSEHOLD);
        country.setMaxLength(2);
        country.setHelperText(Words.of("customers.country.hint"));
        FormLayout form = new FormLayout(name, kind, email, phone, street, postcode, city, country, vatId);
        form.setColspan(street, 2);
        Button save = new Button(Words.of("customers.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(Words.of("customers.cancel"), click -> leave());
        Div actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        Div body = new Div(form, actions);
        body.addClassName("form");
        add(head, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters().get("id").map(UUID::fromString).ifPresent(id -> fill(customers.get(id)));
        head.setTitle(customer == null ? Words.of("customers.new") : customer.name());
        if (customer == null) {
            country.setValue(Person.signedIn().tenant().country());
        }
    }

    private void fill(CustomerDetails found) {
        customer = found;
        CustomerData data = found.data();
        name.setValue(data.name());
        kind.setValue(data.kind());
        email.setValue(orEmpty(data.email()));
        phone.setValue(orEmpty(data.phone()));
        vatId.setValue(orEmpty(data.vatId()));
        PostalAddress address = data.address();
        street.setValue(address == null ? "" : address.street());
        postcode.setValue(address == null ? "" : address.postcode());
        city.setValue(address == null ? "" : address.city());
        country.setValue(address == null ? Person.signedIn().tenant().country() : address.country());
    }

    private void save() {
        try {
            CustomerDetails saved = customer == null
                    ? customers.create(data())
                    : customers.change(customer.id(), data(), null, customer.version());
            Notices.done(Words.of("customers.saved", saved.name()));
            UI.getCurrent().navigate("customers/" + saved.id());
        } catch (DomainException e) {
            Notices.problem(e.getMessage());
        }
    }

    private CustomerData data() {
        boolean noAddress = street.isEmpty() && postcode.isEmpty() && city.isEmpty();
        PostalAddress address = noAddress
                ? null
                : new PostalAddress(street.getValue(), postcode.getValue(), city.getValue(), country.getValue());
        String language = customer == null
                ? Person.signedIn().tenant().language()
                : customer.data().language();
        return new CustomerData(
                null,
                name.getValue(),
                kind.getValue(),
                email.getValue(),
                phone.getValue(),
                address,
                vatId.getValue(),
                language,
                customer == null ? null : customer.data().partyId());
    }

    private void leave() {
        UI.getCurrent().navigate(customer == null ? "customers" : "customers/" + customer.id());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public String getPageTitle() {
        return (customer == null ? Words.of("customers.new") : customer.name()) + " · DotMac";
    }
}
