package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceChangeItem;
import net.dotmac.services.PriceChangePreview;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;

/** Prices of many customers at once: previewed, planned, withdrawn. */
@Path("/api/v1/price-changes")
@RequestScoped
public class PriceChangesResource {

    private static final String WHAT = "price change";
    private static final String PATH = "/api/v1/price-changes/";

    @Inject
    private Exchange exchange;

    @Inject
    private PriceChangeService changes;

    /**
     * A change to look at or to plan.
     *
     * @param offeringId only products of this offering; this or the price is needed
     * @param priceId only what was sold from this price of the catalogue
     * @param soldBefore only products that started before this day
     * @param sparesBound whether customers bound by a commitment on the day keep their price; null for yes
     * @param kind percent, amount or price
     */
    record Form(
            String name,
            String offeringId,
            String priceId,
            LocalDate soldBefore,
            Boolean sparesBound,
            String kind,
            BigDecimal value,
            LocalDate effectiveOn) {

        private PriceChangeData data() {
            return new PriceChangeData(
                    name,
                    id("offeringId", offeringId),
                    id("priceId", priceId),
                    soldBefore,
                    sparesBound == null || sparesBound,
                    kind == null ? null : new PriceRule(kindOf(kind), value),
                    effectiveOn);
        }

        private static UUID id(String attribute, String text) {
            return text == null ? null : PathId.inBody(attribute, text);
        }

        private static PriceRule.Kind kindOf(String kind) {
            try {
                return PriceRule.Kind.ofWire(kind);
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("kind", "The kind: " + e.getMessage() + ".");
            }
        }
    }

    record Body(
            String id,
            String href,
            String name,
            String offeringId,
            String priceId,
            LocalDate soldBefore,
            boolean sparesBound,
            String kind,
            BigDecimal value,
            LocalDate effectiveOn,
            String state,
            int products,
            String plannedBy,
            Instant plannedAt,
            String closedBy,
            Instant closedAt) {}

    /** @param from first day of the new price */
    record Item(
            String productId,
            String productName,
            String customerId,
            String billingAccountId,
            String priceId,
            TmfMoney price,
            TmfMoney newPrice,
            BigDecimal quantity,
            LocalDate from,
            String state,
            String reason) {}

    record Items(String priceChangeId, List<Item> items) {}

    /** @param before what these products cost a month, without discounts */
    record Sum(TmfMoney before, TmfMoney after) {}

    /** @param first some of the products */
    record Preview(int products, List<Sum> sums, List<Item> first) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, changes.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(changes.get(PathId.of(WHAT, id))));
    }

    /** Every product with its old and its new price. */
    @GET
    @Path("{id}/items")
    public Response items(
            @PathParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        UUID change = PathId.of(WHAT, id);
        return exchange.one(new Items(
                change.toString(),
                changes.items(change, offset, limit).stream()
                        .map(PriceChangesResource::item)
                        .toList()));
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response preview(Form form) {
        PriceChangePreview preview = changes.preview(form.data());
        return exchange.one(new Preview(
                preview.products(),
                preview.sums().stream()
                        .map(sum -> new Sum(
                                new TmfMoney(sum.currency(), sum.before()), new TmfMoney(sum.currency(), sum.after())))
                        .toList(),
                preview.first().stream().map(PriceChangesResource::item).toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response plan(Form form) {
        return exchange.created(body(changes.plan(form.data())));
    }

    @POST
    @Path("{id}/withdrawal")
    @WriteOnce
    public Response withdraw(@PathParam("id") String id) {
        return exchange.changed(body(changes.withdraw(PathId.of(WHAT, id))));
    }

    private static Item item(PriceChangeItem item) {
        return new Item(
                item.productId().toString(),
                item.productName(),
                item.customerId().toString(),
                item.billingAccountId().toString(),
                item.priceId().toString(),
                new TmfMoney(item.currency(), item.unitPrice()),
                new TmfMoney(item.currency(), item.newUnitPrice()),
                item.quantity(),
                item.from(),
                item.state(),
                item.reason());
    }

    private Body body(PriceChangeDetails change) {
        PriceChangeData data = change.data();
        return new Body(
                change.id().toString(),
                exchange.href(PATH, change.id()),
                data.name(),
                data.offeringId() == null ? null : data.offeringId().toString(),
                data.priceId() == null ? null : data.priceId().toString(),
                data.soldBefore(),
                data.sparesBound(),
                data.rule().kind().wire(),
                data.rule().value(),
                data.effectiveOn(),
                change.state(),
                change.products(),
                change.plannedBy(),
                change.plannedAt(),
                change.closedBy(),
                change.closedAt());
    }
}
