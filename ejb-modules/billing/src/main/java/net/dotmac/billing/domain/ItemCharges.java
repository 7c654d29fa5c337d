package net.dotmac.billing.domain;

import java.util.List;

/**
 * What one item contributes to a document.
 *
 * @param charges in order of time, may be empty
 * @param mark how far the item is charged after them
 */
public record ItemCharges(List<Charge> charges, ChargeMark mark) {

    public ItemCharges {
        charges = List.copyOf(charges);
    }
}
