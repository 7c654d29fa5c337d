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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;
import net.dotmac.services.LockData;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.ProductLockService;

/** What keeps a product from its customer: locked for a reason, lifted by itself. */
@Path("/api/v1/products/{id}/locks")
@RequestScoped
public class ProductLocksResource {

    private static final String WHAT = "product";
    private static final String PATH = "/api/v1/products/";

    @Inject
    private Exchange exchange;

    @Inject
    private ProductLockService locks;

    /**
     * A lock to set.
     *
     * @param reason overdue, fairUse, prepaid, fraud, customer, staff or outage
     * @param from first day, or null for today
     * @param to the first day without it, or null while nobody knows
     * @param billed whether its days are billed, or null for the tenant's rule
     */
    record Form(String reason, LocalDate from, LocalDate to, Boolean billed, String note) {

        private LockData data() {
            return new LockData(reason == null ? null : reasonOf(reason), from, to, billed, note);
        }
    }

    /** @param to the first day without the lock, or null for today */
    record End(LocalDate to) {}

    record Entry(
            String id,
            String href,
            String productId,
            String reason,
            boolean billed,
            LocalDate from,
            LocalDate to,
            String state,
            String note,
            String createdBy,
            Instant createdAt,
            String endedBy) {}

    /** @param locks in the order of their days, past ones too */
    record Body(String productId, List<Entry> locks) {}

    @GET
    public Response list(@PathParam("id") String id) {
        UUID productId = PathId.of(WHAT, id);
        return exchange.one(new Body(
                productId.toString(),
                locks.list(productId).stream().map(this::entry).toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response lock(@PathParam("id") String id, Form form) {
        return exchange.created(entry(locks.lock(PathId.of(WHAT, id), form.data())));
    }

    @POST
    @Path("{lockId}/end")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response unlock(@PathParam("id") String id, @PathParam("lockId") String lockId, End form) {
        UUID lock = PathId.of("lock", lockId);
        if (locks.list(PathId.of(WHAT, id)).stream().noneMatch(each -> each.id().equals(lock))) {
            throw DomainException.notFound("lock", lock);
        }
        return exchange.changed(entry(locks.unlock(lock, form == null ? null : form.to())));
    }

    static LockReason reasonOf(String text) {
        try {
            return LockReason.ofWire(text);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("reason", "The reason: " + e.getMessage() + ".");
        }
    }

    /** Single locks have no address of their own: the list tells of all. */
    private Entry entry(LockDetails lock) {
        return new Entry(
                lock.id().toString(),
                exchange.href(PATH, lock.productId() + "/locks"),
                lock.productId().toString(),
                lock.reason().wire(),
                lock.billed(),
                lock.from(),
                lock.to(),
                lock.state(),
                lock.note(),
                lock.createdBy(),
                lock.createdAt(),
                lock.endedBy());
    }
}
