package net.dotmac.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * The month that can be closed next, and what still speaks against it.
 *
 * @param month the one after the last closed; where none is closed, the last that is over
 * @param isOver whether its last day has passed for the tenant
 * @param differences control accounts that disagree with their items as of its last day; empty in a sound ledger
 */
public record NextClose(YearMonth month, boolean isOver, List<String> differences) {

    public NextClose {
        differences = List.copyOf(differences);
    }

    public boolean isPossible() {
        return isOver && differences.isEmpty();
    }
}
