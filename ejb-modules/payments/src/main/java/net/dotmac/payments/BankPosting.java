package net.dotmac.payments;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.DatabaseException;
import org.jboss.logging.Logger;

/**
 * Posts all new movements of a tenant, chunk by chunk, each in a transaction of its own. If a chunk fails, its
 * movements are posted one by one, so that the one at fault is found and left to staff.
 */
@ApplicationScoped
public class BankPosting {

    private static final Logger LOG = Logger.getLogger(BankPosting.class);
    private static final int CHUNK = 500;

    @Inject
    private BankPostingService service;

    /**
     * Posts until nothing is new. Called outside of any transaction.
     *
     * @return how many movements were looked at
     */
    public int postAll() {
        int all = 0;
        int looked;
        do {
            looked = postSome();
            all += looked;
        } while (looked > 0);
        return all;
    }

    private int postSome() {
        try {
            return service.postNext(CHUNK);
        } catch (DomainException | EJBException | DatabaseException e) {
            LOG.debug("A chunk of movements could not be posted; they are tried one by one", e);
            return oneByOne();
        }
    }

    private int oneByOne() {
        int looked = 0;
        while (looked < CHUNK) {
            try {
                if (service.postNext(1) == 0) {
                    break;
                }
            } catch (DomainException e) {
                service.setNextAside("Could not be posted: " + e.getMessage());
            } catch (EJBException | DatabaseException e) {
                LOG.error("A movement of a bank account could not be posted and is left to staff", e);
                service.setNextAside("Could not be posted; the server's log says why.");
            }
            looked++;
        }
        return looked;
    }
}
