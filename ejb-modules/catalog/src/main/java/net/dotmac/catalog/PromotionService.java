package net.dotmac.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.catalog.domain.Promotion;
import net.dotmac.catalog.persistence.CatalogRepository;
import net.dotmac.catalog.persistence.PromotionRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Promotions: codes that make an order cheaper. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PromotionService {

    @Inject
    private PromotionRepository repository;

    @Inject
    private CatalogRepository catalog;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Adds a promotion. What it gives can't be changed later, only ended.
     *
     * @throws DomainException {@code invalid-value} naming the attribute; {@code promotion-code-taken}; {@code forbidden} if it
     *     gives everything away and the caller may not
     */
    @Requires("catalog.write")
    public PromotionDetails create(PromotionData data) {
        data.check();
        if (data.isFree()) {
            CallContext.current().require("order.approveFree");
        }
        for (UUID offering : data.offerings()) {
            if (catalog.offering(offering).isEmpty()) {
                throw DomainException.invalid("offerings", "No offering has the id " + offering + ".");
            }
        }
        if (repository.codeExists(data.code())) {
            throw new DomainException(
                    CatalogProblem.PROMOTION_CODE_TAKEN,
                    "The code " + data.code() + " is another promotion's. Choose another.",
                    "code");
        }
        Promotion promotion = new Promotion(data, CallContext.current().actor(), clock.now());
        repository.add(promotion, data.offerings());
        tell("created", promotion.id(), data.code());
        return promotion.details(data.offerings());
    }

    @Requires("catalog.read")
    public PromotionDetails get(UUID id) {
        return details(require(id));
    }

    /** @throws DomainException {@code unknown-attribute} for other filters than {@code code} and {@code validFrom} */
    @Requires("catalog.read")
    public Page<PromotionDetails> list(Query query) {
        Page<Promotion> page = repository.find(query);
        Map<UUID, List<UUID>> offerings =
                repository.offerings(page.rows().stream().map(Promotion::id).toList());
        return page.map(promotion -> promotion.details(offerings.getOrDefault(promotion.id(), List.of())));
    }

    /** Ends it before its time, at once; who has used it keeps what it gave. */
    @Requires("catalog.write")
    public PromotionDetails end(UUID id) {
        Promotion promotion = require(id);
        promotion.end(clock.now());
        repository.flush();
        PromotionDetails details = details(promotion);
        tell("ended", id, details.data().code());
        return details;
    }

    /**
     * Uses a code for an item of an order, in the order's transaction: an order that comes to nothing has used none.
     *
     * @throws DomainException {@code invalid-value} for an unknown code; {@code promotion-not-usable} saying why
     */
    @Requires("order.write")
    public PromotionDetails use(PromotionUse wanted) {
        String code = PromotionData.plain(wanted.code());
        Promotion promotion = repository
                .lockByCode(code)
                .orElseThrow(
                        () -> DomainException.invalid("promotionCode", "There is no promotion code " + code + "."));
        PromotionDetails details = details(promotion);
        promotion.use(wanted, details.data().offerings(), repository.usesOf(promotion.id(), wanted.customerId()));
        repository.addUse(promotion.id(), wanted, clock.now());
        return details;
    }

    private PromotionDetails details(Promotion promotion) {
        return promotion.details(repository.offerings(List.of(promotion.id())).getOrDefault(promotion.id(), List.of()));
    }

    private Promotion require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("promotion", id));
    }

    private void tell(String what, UUID id, String code) {
        audit.record("promotion." + what, "promotion", id, Map.of("code", code));
        outbox.record("catalog.promotions." + what + ".v1", id.toString(), Map.of("promotionId", id.toString()));
    }
}
