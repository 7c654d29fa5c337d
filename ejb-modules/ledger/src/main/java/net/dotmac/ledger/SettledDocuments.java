package net.dotmac.ledger;

import java.util.Collection;

/**
 * Is told what is open of documents whenever that changes, in the transaction that changes it and while their open items are
 * locked, so that it hears of one document's changes in their order. Billing listens: it knows this domain, and this domain
 * does not know it.
 */
public interface SettledDocuments {

    /** @param items as they are from now on; payments are among them */
    void changed(Collection<OpenItem> items);
}
