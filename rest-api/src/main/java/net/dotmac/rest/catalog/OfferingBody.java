package net.dotmac.rest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.kernel.DomainException;
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
        List<Term> productOfferingTerm,
        @JsonProperty("@type") String type) {

    private static final String MONTHS = "month";

    /** How long the customer binds himself: one term at most, in months or years. */
    record Term(String name, Duration duration) {}

    record Duration(Integer amount, String units) {}

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
                data.commitmentMonths() == null
                        ? List.of()
                        : List.of(new Term("commitment", new Duration(data.commitmentMonths(), MONTHS))),
                "ProductOffering");
    }

    private static Integer months(List<Term> terms) {
        if (terms == null || terms.isEmpty()) {
            return null;
        }
        Duration duration = terms.get(0) == null ? null : terms.get(0).duration();
        if (terms.size() > 1 || duration == null || duration.amount() == null || duration.units() == null) {
            throw DomainException.invalid(
                    "productOfferingTerm",
                    "An offering has one term at most: {\"duration\": {\"amount\": 24, \"units\": \"month\"}}.");
        }
        return switch (duration.units().toLowerCase(Locale.ROOT)) {
            case MONTHS, "months" -> duration.amount();
            case "year", "years" -> Math.multiplyExact(duration.amount(), 12);
            default ->
                throw DomainException.invalid(
                        "productOfferingTerm.duration.units",
                        "Found " + duration.units() + ", expected month or year.");
        };
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
            List<PriceRef> productOfferingPrice,
            List<Term> productOfferingTerm) {

        OfferingData data() {
            Bundles.refuse(isBundle);
            List<UUID> prices = productOfferingPrice == null
                    ? List.of()
                    : productOfferingPrice.stream().map(PriceRef::idOf).toList();
            return new OfferingData(
                    name,
                    description,
                    Ref.idOf(productSpecification, "productSpecification"),
                    prices,
                    months(productOfferingTerm),
                    lifecycleStatus);
        }
    }
}
