package net.dotmac.console.customers;

import com.vaadin.flow.component.Component;
import java.util.List;
import net.dotmac.customers.CustomerDetails;

/** A part of the customer's page; each kind of work adds its own. */
public interface CustomerTab {

    /** Its name in the URL. */
    String name();

    /** Key of its title. */
    String title();

    /** Where it stands among the others. */
    int order();

    /** What one needs to see it, or null for everybody. */
    String permission();

    Component content(CustomerDetails customer);

    /** What it has to say in the line at the top. */
    default List<Component> badges(CustomerDetails customer) {
        return List.of();
    }
}
