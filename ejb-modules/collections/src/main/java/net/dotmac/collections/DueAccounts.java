package net.dotmac.collections;

import java.util.List;
import java.util.UUID;

/**
 * Accounts that the round has to look at.
 *
 * @param accounts of the stretch those with something to do, perhaps none
 * @param through the last account of the stretch, or null if it was the last
 */
public record DueAccounts(List<UUID> accounts, UUID through) {

    public DueAccounts {
        accounts = List.copyOf(accounts);
    }
}
