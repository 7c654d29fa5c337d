package net.dotmac.catalog;

import java.util.List;

/**
 * What is stated about an offering price.
 *
 * @param terms the price; its {@code offeringPriceId} is ignored and its name is the price's name
 * @param phases what a recurring price is to begin with, one after the other; empty for none
 * @param lifecycleStatus free text of TMF620; null means Active
 */
public record PriceData(PriceTerms terms, List<PricePhase> phases, String description, String lifecycleStatus) {

    public PriceData {
        phases = List.copyOf(phases);
    }
}
