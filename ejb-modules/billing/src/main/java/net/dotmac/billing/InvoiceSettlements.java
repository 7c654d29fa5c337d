package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettledDocuments;

/** Keeps the states by which invoices are found in step with the ledger's open items. */
@ApplicationScoped
public class InvoiceSettlements implements SettledDocuments {

    @Inject
    private InvoiceRepository repository;

    @Override
    public void changed(Collection<OpenItem> items) {
        repository.settle(items);
    }
}
