package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionDetails;
import net.dotmac.catalog.PromotionService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Codes that make an order cheaper. */
@Path("/api/v1/promotions")
@RequestScoped
public class PromotionsResource {

    private static final String WHAT = "promotion";
    private static final String PATH = "/api/v1/promotions/";

    @Inject
    private Exchange exchange;

    @Inject
    private PromotionService promotions;

    /**
     * @param kind percent or amount
     * @param periods for how many periods of each price, or null for as long as the product lasts
     * @param usesAtMost how many times altogether, or null for any number
     * @param eachAtMost how many times by one customer; once if absent
     * @param offeringIds for which it is good; all if absent
     */
    record Form(
            String code,
            String name,
            String kind,
            BigDecimal value,
            String currency,
            Integer periods,
            LocalDate validFrom,
            LocalDate validTo,
            Integer usesAtMost,
            Integer eachAtMost,
            List<String> offeringIds) {

        private PromotionData data() {
            List<UUID> offerings = offeringIds == null
                    ? List.of()
                    : offeringIds.stream()
                            .map(each -> PathId.inBody("offeringIds", each))
                            .toList();
            return new PromotionData(
                    code,
                    name,
                    kind,
                    value,
                    currency,
                    periods,
                    validFrom,
                    validTo,
                    usesAtMost,
                    eachAtMost == null ? 1 : eachAtMost,
                    offerings);
        }
    }

    record Body(
            String id,
            String href,
            String code,
            String name,
            String kind,
            BigDecimal value,
            String currency,
            Integer periods,
            LocalDate validFrom,
            LocalDate validTo,
            Integer usesAtMost,
            int eachAtMost,
            List<String> offeringIds,
            int uses,
            Instant endedAt,
            String createdBy,
            Instant createdAt) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, promotions.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(promotions.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Form form) {
        return exchange.created(body(promotions.create(form.data())));
    }

    @POST
    @Path("{id}/end")
    @WriteOnce
    public Response end(@PathParam("id") String id) {
        return exchange.changed(body(promotions.end(PathId.of(WHAT, id))));
    }

    private Body body(PromotionDetails promotion) {
        PromotionData data = promotion.data();
        return new Body(
                promotion.id().toString(),
                exchange.href(PATH, promotion.id()),
                data.code(),
                data.name(),
                data.kind(),
                data.value(),
                data.currency(),
                data.periods(),
                data.validFrom(),
                data.validTo(),
                data.usesAtMost(),
                data.eachAtMost(),
                data.offerings().stream().map(UUID::toString).toList(),
                promotion.uses(),
                promotion.endedAt(),
                promotion.createdBy(),
                promotion.createdAt());
    }
}
