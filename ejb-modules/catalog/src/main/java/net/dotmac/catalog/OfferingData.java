package net.dotmac.catalog;

import java.util.List;
import java.util.UUID;

/**
 * What is stated about an offering.
 *
 * @param specificationId what is sold, or null
 * @param priceIds its prices in the order an invoice shows them
 * @param commitmentMonths how long a customer binds himself, 1 to 120 months, or null for not at all
 * @param lifecycleStatus free text of TMF620; null means Active. Only {@code Active} and {@code Launched} can be ordered.
 */
public record OfferingData(
        String name,
        String description,
        UUID specificationId,
        List<UUID> priceIds,
        Integer commitmentMonths,
        String lifecycleStatus) {

    public OfferingData {
        priceIds = List.copyOf(priceIds);
    }
}
