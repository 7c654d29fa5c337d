package net.dotmac.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.catalog.domain.Offering;
import net.dotmac.catalog.domain.OfferingPrice;
import net.dotmac.catalog.domain.Specification;
import net.dotmac.catalog.persistence.CatalogRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Everything others may do with the catalogue. Versions given to change methods may be null: "whatever is there". */
@Stateless
@Interceptors(CallInterceptor.class)
public class CatalogService {

    @Inject
    private CatalogRepository repository;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Requires("catalog.write")
    public SpecificationDetails createSpecification(SpecificationData data) {
        Specification specification = new Specification(data, clock.now());
        repository.add(specification);
        tell("created", "specification", specification.id());
        return specification.details();
    }

    @Requires("catalog.read")
    public SpecificationDetails specification(UUID id) {
        return requireSpecification(id).details();
    }

    @Requires("catalog.read")
    public Page<SpecificationDetails> specifications(Query query) {
        return repository.specifications(query).map(Specification::details);
    }

    @Requires("catalog.write")
    public SpecificationDetails changeSpecification(UUID id, SpecificationData data, Integer expectedVersion) {
        Specification specification = requireSpecification(id);
        requireVersion(expectedVersion, specification.details().version());
        specification.change(data, clock.now());
        repository.flush();
        tell("changed", "specification", id);
        return specification.details();
    }

    /** @throws DomainException {@code catalog-entry-in-use} while an offering refers to it */
    @Requires("catalog.write")
    public void deleteSpecification(UUID id) {
        Specification specification = requireSpecification(id);
        if (repository.isSpecificationUsed(id)) {
            throw inUse("specification", id);
        }
        repository.remove(specification);
        tell("deleted", "specification", id);
    }

    @Requires("catalog.write")
    public PriceDetails createPrice(PriceData data) {
        OfferingPrice price = new OfferingPrice(data, clock.now());
        repository.add(price);
        tell("created", "price", price.id());
        return price.details();
    }

    @Requires("catalog.read")
    public PriceDetails price(UUID id) {
        return requirePrice(id).details();
    }

    @Requires("catalog.read")
    public Page<PriceDetails> prices(Query query) {
        return repository.prices(query).map(OfferingPrice::details);
    }

    @Requires("catalog.write")
    public PriceDetails changePrice(UUID id, PriceData data, Integer expectedVersion) {
        OfferingPrice price = requirePrice(id);
        requireVersion(expectedVersion, price.details().version());
        price.change(data, clock.now());
        repository.flush();
        tell("changed", "price", id);
        return price.details();
    }

    /** @throws DomainException {@code catalog-entry-in-use} while an offering refers to it */
    @Requires("catalog.write")
    public void deletePrice(UUID id) {
        OfferingPrice price = requirePrice(id);
        if (repository.isPriceUsed(id)) {
            throw inUse("price", id);
        }
        repository.remove(price);
        tell("deleted", "price", id);
    }

    @Requires("catalog.write")
    public OfferingDetails createOffering(OfferingData data) {
        requireReferences(data);
        Offering offering = new Offering(data, clock.now());
        repository.add(offering);
        repository.setPrices(offering.id(), data.priceIds());
        tell("created", "offering", offering.id());
        return details(List.of(offering)).get(0);
    }

    @Requires("catalog.read")
    public OfferingDetails offering(UUID id) {
        return details(List.of(requireOffering(id))).get(0);
    }

    @Requires("catalog.read")
    public Page<OfferingDetails> offerings(Query query) {
        Page<Offering> page = repository.offerings(query);
        return new Page<>(details(page.rows()), page.total());
    }

    @Requires("catalog.write")
    public OfferingDetails changeOffering(UUID id, OfferingData data, Integer expectedVersion) {
        Offering offering = requireOffering(id);
        requireVersion(expectedVersion, details(List.of(offering)).get(0).version());
        requireReferences(data);
        offering.change(data, clock.now());
        repository.setPrices(id, data.priceIds());
        tell("changed", "offering", id);
        return details(List.of(offering)).get(0);
    }

    /** Removes an offering from the catalogue; products sold under it keep their copies. */
    @Requires("catalog.write")
    public void deleteOffering(UUID id) {
        repository.remove(requireOffering(id));
        tell("deleted", "offering", id);
    }

    private List<OfferingDetails> details(List<Offering> offerings) {
        Map<UUID, List<OfferingPrice>> prices =
                repository.pricesOf(offerings.stream().map(Offering::id).toList());
        Map<UUID, Specification> specifications = repository.specificationsById(offerings.stream()
                .map(Offering::specificationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return offerings.stream()
                .map(offering -> offering.details(
                        serviceType(specifications.get(offering.specificationId())),
                        prices.getOrDefault(offering.id(), List.of()).stream()
                                .map(OfferingPrice::details)
                                .toList()))
                .toList();
    }

    private static String serviceType(Specification specification) {
        return specification == null ? "goods" : specification.serviceType();
    }

    private void requireReferences(OfferingData data) {
        if (data.specificationId() != null
                && repository.specification(data.specificationId()).isEmpty()) {
            throw DomainException.invalid(
                    "productSpecification.id", "No product specification " + data.specificationId() + " exists here.");
        }
        if (new HashSet<>(data.priceIds()).size() != data.priceIds().size()) {
            throw DomainException.invalid("productOfferingPrice", "A price is named twice.");
        }
        for (UUID priceId : data.priceIds()) {
            if (repository.price(priceId).isEmpty()) {
                throw DomainException.invalid(
                        "productOfferingPrice.id", "No offering price " + priceId + " exists here.");
            }
        }
    }

    private static void requireVersion(Integer expected, int actual) {
        if (expected != null && expected != actual) {
            throw new DomainException(
                    CommonProblem.STALE, "The entry was changed meanwhile. Read it again, then repeat the change.");
        }
    }

    private static DomainException inUse(String what, UUID id) {
        return new DomainException(
                CatalogProblem.IN_USE, "The " + what + " " + id + " belongs to an offering. Remove it there first.");
    }

    private void tell(String what, String entity, UUID id) {
        audit.record(entity + "." + what, entity, id, Map.of());
        outbox.record("catalog." + entity + "s." + what + ".v1", id.toString(), Map.of("id", id.toString()));
    }

    private Specification requireSpecification(UUID id) {
        return repository.specification(id).orElseThrow(() -> DomainException.notFound("product specification", id));
    }

    private OfferingPrice requirePrice(UUID id) {
        return repository.price(id).orElseThrow(() -> DomainException.notFound("offering price", id));
    }

    private Offering requireOffering(UUID id) {
        return repository.offering(id).orElseThrow(() -> DomainException.notFound("product offering", id));
    }
}
