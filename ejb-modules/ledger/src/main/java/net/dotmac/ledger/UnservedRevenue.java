package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Tells what was invoiced and is not served yet. Billing fills it: it knows the lines and their service periods, and
 * this domain does not know billing.
 */
public interface UnservedRevenue {

    /**
     * The net of what is not served by the end of a day, of all documents dated until then, by currency and tax key:
     * of each line the part for the days after that day, by days. A credit counts negative.
     *
     * @param day the last day served
     */
    List<Unserved> asOf(LocalDate day);

    /** @param netMinor minor units, not 0 */
    record Unserved(String currency, String taxKey, long netMinor) {}
}
