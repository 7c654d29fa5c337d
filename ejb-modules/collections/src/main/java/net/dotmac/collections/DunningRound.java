package net.dotmac.collections;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.DatabaseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the timer does for one tenant: grants that are over, the morning's round, and fees to charge. Holds no transaction. */
@ApplicationScoped
public class DunningRound {

    private static final Logger LOG = Logger.getLogger(DunningRound.class);
    private static final int STRETCHES_AT_MOST = 10_000;

    @Inject
    private DunningService dunning;

    @Inject
    private FeeService fees;

    /** Hour of the tenant's day from which its round runs, 0 to 23. */
    @Inject
    @ConfigProperty(name = "dotmac.collections.hour", defaultValue = "7")
    private int hour;

    /** Does what is due for the current tenant. */
    public void run() {
        dunning.grantsOver().forEach(account -> look(account, false));
        if (dunning.isRoundDue(hour)) {
            round();
        }
        fees.waiting().forEach(this::charge);
    }

    private void round() {
        for (int i = 0; i < STRETCHES_AT_MOST; i++) {
            DueAccounts stretch = dunning.nextStretch();
            stretch.accounts().forEach(account -> look(account, true));
            dunning.finished(stretch);
            if (stretch.through() == null) {
                return;
            }
        }
    }

    private void look(UUID account, boolean isRound) {
        try {
            if (isRound) {
                dunning.look(account);
            } else {
                dunning.review(account);
            }
        } catch (DomainException e) {
            LOG.warnf("Account %s could not be dunned: %s", account, e.getMessage());
            dunning.failed(account, e.getMessage());
        } catch (EJBException e) {
            // Another node may have been at it; if not, the case stands where it stood, and tomorrow's round comes by.
            LOG.warnf(e, "Account %s could not be looked at", account);
        }
    }

    private void charge(UUID fee) {
        try {
            fees.charge(fee);
        } catch (DomainException e) {
            fees.failed(fee, e.getMessage());
        } catch (DatabaseException | EJBException e) {
            LOG.warnf(e, "Fee %s could not be charged; the next turn tries again", fee);
        }
    }
}
