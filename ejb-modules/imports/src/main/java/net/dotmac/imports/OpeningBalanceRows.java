package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.billing.CarriedDocumentService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.platform.TenantService;

/** Files of what customers still owe the old system, or have to their credit there. */
@ApplicationScoped
class OpeningBalanceRows implements RowKind {

    static final String KIND = "openingBalances";

    @Inject
    private AccountFinder accounts;

    @Inject
    private CarriedDocumentService documents;

    @Inject
    private ControlAccounts books;

    @Inject
    private TenantService tenants;

    @Inject
    private BusinessClock clock;

    @Override
    public String wire() {
        return KIND;
    }

    @Override
    public List<String> columns() {
        return OpeningBalanceRow.COLUMNS;
    }

    @Override
    public List<String> required() {
        return List.of("customer", "document", "date", "amount");
    }

    @Override
    public String[] permissions() {
        return new String[] {"customer.read", "billingAccount.read", "invoice.carry", "ledger.read"};
    }

    @Override
    public RowPass begin() {
        return new OpeningBalancePass(
                accounts,
                documents,
                books,
                new OpeningBalanceRow.Reading(tenants.current().currency(), clock.today()));
    }
}
