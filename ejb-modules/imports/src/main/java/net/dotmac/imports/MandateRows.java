package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import net.dotmac.payments.MandateBatchService;

/** Files of SEPA mandates that payers signed before the move. */
@ApplicationScoped
class MandateRows implements RowKind {

    static final String KIND = "mandates";

    @Inject
    private AccountFinder accounts;

    @Inject
    private MandateBatchService mandates;

    @Override
    public String wire() {
        return KIND;
    }

    @Override
    public List<String> columns() {
        return MandateRow.COLUMNS;
    }

    @Override
    public List<String> required() {
        return List.of("customer", "reference", "iban", "signedOn");
    }

    @Override
    public String[] permissions() {
        return new String[] {"customer.read", "billingAccount.read", "mandate.write"};
    }

    @Override
    public RowPass begin() {
        return new MandatePass(accounts, mandates);
    }
}
