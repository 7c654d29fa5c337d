package net.dotmac.console;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import net.dotmac.platform.TenantDirectory;

/** Where a day begins. */
@Route("")
public class DashboardView extends VerticalLayout {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient TenantDirectory tenants;

    @PostConstruct
    void build() {
        add(new H1("DotMac ISP"));
        tenants.tenants().forEach(tenant -> add(tenant.legalName()));
    }
}
