package net.dotmac.billing.persistence;

import java.util.UUID;
import net.dotmac.billing.domain.BillableAccount;

/**
 * An account read for billing.
 *
 * @param account everything the calculators need
 * @param name its name, for the exception list
 * @param customerId who pays
 * @param version of its row when it was read; another one later means that somebody changed it meanwhile
 */
public record DueAccount(BillableAccount account, String name, UUID customerId, int version) {

    /** Its id tells an account apart in a map; going through all its items would cost more than billing them. */
    @Override
    public int hashCode() {
        return account.id().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DueAccount due && due.account.id().equals(account.id());
    }
}
