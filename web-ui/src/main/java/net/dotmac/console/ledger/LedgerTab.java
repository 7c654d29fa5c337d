package net.dotmac.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;

/** A tab of the ledger's page. */
public interface LedgerTab {

    /** In the URL. */
    String name();

    /** Key of its title. */
    String title();

    /** Lower ones stand first. */
    int order();

    /** What one needs to see it. */
    default String permission() {
        return "ledger.read";
    }

    /** @param shown the URL's parameters, such as the day as of which */
    Component content(QueryParameters shown);
}
