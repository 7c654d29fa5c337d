package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.billing.AccountBatchService;
import net.dotmac.customers.CustomerBatchService;
import net.dotmac.platform.TenantService;

/** Files of customers, each with the billing account that pays for him. */
@ApplicationScoped
class CustomerRows implements RowKind {

    static final String KIND = "customers";

    @Inject
    private CustomerBatchService customers;

    @Inject
    private AccountBatchService accounts;

    @Inject
    private TenantService tenants;

    @Override
    public String wire() {
        return KIND;
    }

    @Override
    public List<String> columns() {
        return CustomerRow.COLUMNS;
    }

    @Override
    public List<String> required() {
        return List.of("number", "kind", "name", "cycleDay");
    }

    @Override
    public String[] permissions() {
        return new String[] {"customer.write", "billingAccount.write"};
    }

    @Override
    public RowPass begin() {
        return new CustomerPass(customers, accounts, tenants.current());
    }
}
