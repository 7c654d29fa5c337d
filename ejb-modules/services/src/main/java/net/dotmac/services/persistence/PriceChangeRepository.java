package net.dotmac.services.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeItem;
import net.dotmac.services.domain.PriceChange;

/** Finds and keeps planned changes of prices and what they are for. */
@ApplicationScoped
public class PriceChangeRepository {

    private static final String STAGE = "create temporary table if not exists services_stage_price_change ("
            + "product_id uuid, price_id uuid, old_price numeric(20, 8), new_price numeric(20, 8), currency char(3), "
            + "quantity numeric(20, 8), from_on date) on commit delete rows";

    private static final String CANDIDATES =
            "select i.product_id, p.name, p.customer_id, i.billing_account_id, i.price_id, "
                    + "i.unit_price, i.currency, i.quantity, i.period_unit, i.period_length, i.period_timing, i.period_alignment, "
                    + "coalesce(i.anchor_on, i.start_on) as anchor, i.start_on from services.subscription_item i "
                    + "join services.product p on p.tenant_id = i.tenant_id and p.id = i.product_id "
                    + "where i.price_type = 'recurring' and i.end_on is null and p.end_on is null";

    private final EntityList<PriceChange> list = new EntityList<>(PriceChange.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("state", "e.state", String.class)
            .with("effectiveOn", "e.effectiveOn", LocalDate.class)
            .with("plannedAt", "e.plannedAt", Instant.class);

    @PersistenceContext(unitName = "services")
    private EntityManager em;

    @Inject
    private Database database;

    public Page<PriceChange> find(Query query) {
        return list.find(em, query);
    }

    public Optional<PriceChange> find(UUID id) {
        return TenantQuery.byId(em, PriceChange.class, id);
    }

    /** The change, locked until the transaction ends. */
    public Optional<PriceChange> lock(UUID id) {
        return em.createQuery("select e from PriceChange e where e.id = :id", PriceChange.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public void add(PriceChange change) {
        em.persist(change);
        em.flush();
    }

    public void flush() {
        em.flush();
    }

    /**
     * Recurring prices without a known end that a change is for, with what is needed to say from when on. Only what is asked
     * for stands in the question, so that it is answered by the index of the price or of the offering.
     */
    public List<Candidate> candidates(PriceChangeData data) {
        StringBuilder sql = new StringBuilder(CANDIDATES);
        List<Object> parameters = new ArrayList<>();
        with(sql, parameters, "i.price_id = ?", data.priceId());
        with(sql, parameters, "p.offering_id = ?", data.offeringId());
        with(sql, parameters, "p.start_on < ?", data.soldBefore());
        if (data.sparesBound()) {
            with(sql, parameters, "(p.committed_until is null or p.committed_until <= ?)", data.effectiveOn());
        }
        sql.append(" order by i.product_id, i.price_id");
        return database.list(sql.toString(), PriceChangeRepository::candidate, parameters.toArray());
    }

    private static void with(StringBuilder sql, List<Object> parameters, String condition, Object valueOrNull) {
        if (valueOrNull != null) {
            sql.append(" and ").append(condition);
            parameters.add(valueOrNull);
        }
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new PriceChangeItem(
                        row.getObject("product_id", UUID.class),
                        row.getString("name"),
                        row.getObject("customer_id", UUID.class),
                        row.getObject("billing_account_id", UUID.class),
                        row.getObject("price_id", UUID.class),
                        row.getBigDecimal("unit_price"),
                        null,
                        row.getString("currency"),
                        row.getBigDecimal("quantity"),
                        row.getObject("start_on", LocalDate.class),
                        "planned",
                        null),
                new ChargePeriod(
                        ChargePeriod.Unit.ofWire(row.getString("period_unit")),
                        row.getInt("period_length"),
                        ChargePeriod.Timing.ofWire(row.getString("period_timing")),
                        ChargePeriod.Alignment.of(row.getString("period_alignment"))),
                row.getObject("anchor", LocalDate.class));
    }

    public void addItems(UUID changeId, List<PriceChangeItem> items) {
        CopyRows rows = new CopyRows();
        items.forEach(item -> rows.add(
                item.productId(),
                item.priceId(),
                item.unitPrice(),
                item.newUnitPrice(),
                item.currency(),
                item.quantity(),
                item.from()));
        database.update(STAGE);
        database.update("truncate services_stage_price_change");
        database.copy("services_stage_price_change", rows);
        database.update(
                "insert into services.price_change_item (tenant_id, change_id, product_id, price_id, old_price, new_price, "
                        + "currency, quantity, from_on, state) select ?, ?, s.*, 'planned' from services_stage_price_change s",
                CallContext.current().tenantId(),
                changeId);
    }

    /** What a change is for, in the order of the products' making. */
    public List<PriceChangeItem> items(UUID changeId, int offset, int limit) {
        return database.list(
                "select c.product_id, p.name, p.customer_id, p.billing_account_id, c.price_id, c.old_price, c.new_price, "
                        + "c.currency, c.quantity, c.from_on, c.state, c.reason from services.price_change_item c "
                        + "join services.product p on p.tenant_id = c.tenant_id and p.id = c.product_id "
                        + "where c.change_id = ? order by c.product_id, c.price_id offset ? limit ?",
                row -> new PriceChangeItem(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getString(8),
                        row.getBigDecimal(9),
                        row.getObject(10, LocalDate.class),
                        row.getString(11),
                        row.getString(12)),
                changeId,
                offset,
                limit);
    }

    /**
     * What is to change by a day; who works on it meanwhile is left to do so. What is paused has nothing that runs, and
     * changes when it goes on.
     */
    public List<Due> due(LocalDate today, int atMost) {
        return database.list(
                "select c.change_id, c.product_id, c.price_id from services.price_change_item c "
                        + "where c.state = 'planned' and c.from_on <= ? and not exists (select 1 "
                        + "from services.product_lock l where l.tenant_id = c.tenant_id and l.product_id = c.product_id "
                        + "and not l.billed and l.from_on <= ? and (l.to_on is null or l.to_on > ?)) "
                        + "order by c.from_on, c.product_id limit ? for update of c skip locked",
                row -> new Due(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                today,
                today,
                today,
                atMost);
    }

    public PriceChangeItem item(Due due) {
        return database.first(
                        "select old_price, new_price, currency, quantity, from_on from services.price_change_item "
                                + "where change_id = ? and product_id = ? and price_id = ?",
                        row -> new PriceChangeItem(
                                due.productId(),
                                null,
                                null,
                                null,
                                due.priceId(),
                                row.getBigDecimal(1),
                                row.getBigDecimal(2),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getObject(5, LocalDate.class),
                                "planned",
                                null),
                        due.changeId(),
                        due.productId(),
                        due.priceId())
                .orElseThrow();
    }

    public void mark(Due due, String state, String reason) {
        database.update(
                "update services.price_change_item set state = ?, reason = ? "
                        + "where change_id = ? and product_id = ? and price_id = ?",
                state,
                reason,
                due.changeId(),
                due.productId(),
                due.priceId());
    }

    public void withdrawItems(UUID changeId) {
        database.update(
                "update services.price_change_item set state = 'withdrawn' where change_id = ? and state = 'planned'",
                changeId);
    }

    public boolean isAnyPlanned(UUID changeId) {
        return database.first(
                        "select 1 from services.price_change_item where change_id = ? and state = 'planned' limit 1",
                        row -> true,
                        changeId)
                .isPresent();
    }

    /** @param anchor the day its periods are counted from */
    public record Candidate(PriceChangeItem item, ChargePeriod period, LocalDate anchor) {}

    /** One price of one product that a change is due for. */
    public record Due(UUID changeId, UUID productId, UUID priceId) {}
}
