package net.dotmac.rest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.rest.tmf.Bundles;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.write.Links;
import net.dotmac.rest.write.PathId;

/** TMF620 ProductOffering. */
record OfferingBody(
        String id,
        String href,
        String name,
        String description,
        Boolean isBundle,
        Boolean isSellable,
        String lifecycleStatus,
        Instant lastUpdate,
        Ref productSpecification,
        List<PriceRef> productOfferingPrice,
        @JsonProperty("@type") String type) {

    /** A price of the offering; only its id is read. */
    record PriceRef(
            String id, String href, String name, String priceType, @JsonProperty("@referredType") String referredType) {

        private static PriceRef of(PriceDetails price, Links links) {
            return new PriceRef(
                    price.id().toString(),
                    links.to(Paths.PRODUCT_OFFERING_PRICE, price.id()),
                    price.terms().name(),
                    price.terms().type().wire(),
                    "ProductOfferingPrice");
        }

        private static UUID idOf(PriceRef price) {
            return PathId.inBody("productOfferingPrice.id", price == null ? null : price.id());
        }
    }

    static OfferingBody of(OfferingDetails offering, Links links) {
        OfferingData data = offering.data();
        UUID specification = data.specificationId();
        return new OfferingBody(
                offering.id().toString(),
                links.to(Paths.PRODUCT_OFFERING, offering.id()),
                data.name(),
                data.description(),
                false,
                offering.isSellable(),
                data.lifecycleStatus(),
                offering.lastUpdate(),
                specification == null
                        ? null
                        : Ref.to(
                                specification.toString(),
                                links.to(Paths.PRODUCT_SPECIFICATION, specification),
                                null,
                                "ProductSpecification"),
                offering.prices().stream()
                        .map(price -> PriceRef.of(price, links))
                        .toList(),
                "ProductOffering");
    }

    /**
     * The writable attributes; {@code isSellable} follows from the lifecycle status, {@code lastUpdate} from the clock.
     */
    record Form(
            String name,
            String description,
            Boolean isBundle,
            Boolean isSellable,
            String lifecycleStatus,
            Instant lastUpdate,
            Ref productSpecification,
            List<PriceRef> productOfferingPrice) {

        OfferingData data() {
            Bundles.refuse(isBundle);
            List<UUID> prices = productOfferingPrice == null
                    ? List.of()
                    : productOfferingPrice.stream().map(PriceRef::idOf).toList();
            return new OfferingData(
                    name, description, Ref.idOf(productSpecification, "productSpecification"), prices, lifecycleStatus);
        }
    }
}
