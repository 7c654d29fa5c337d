package net.dotmac.usage.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.usage.RadiusEntry;
import net.dotmac.usage.RadiusEvent;
import net.dotmac.usage.RadiusSessionDetails;
import net.dotmac.usage.domain.RadiusSession;

/** Keeps accounting events and reckons sessions from them, as sets, in the caller's transaction. */
@ApplicationScoped
public class RadiusSessionRepository {

    private static final String STAGE = "create temporary table if not exists usage_stage_event ("
            + "position integer, nas text, session_id text, session uuid, product_id uuid, event_at timestamptz, kind text, "
            + "input_octets bigint, output_octets bigint, session_seconds bigint) on commit delete rows";

    private static final String OPEN = "insert into usage.radius_session (tenant_id, id, nas, session_id, product_id, "
            + "charged_octets, first_at, last_at, is_open) select distinct on (nas, session_id) ?, session, nas, session_id, "
            + "product_id, 0, event_at, event_at, true from usage_stage_event order by nas, session_id, position "
            + "on conflict (tenant_id, nas, session_id) do nothing";

    private static final String LOCK = "select r.id, r.nas, r.session_id, r.product_id from usage.radius_session r "
            + "where r.tenant_id = ? and exists (select 1 from usage_stage_event s where s.nas = r.nas "
            + "and s.session_id = r.session_id) order by r.nas, r.session_id for update";

    private static final String ADD =
            "insert into usage.radius_event (tenant_id, session, event_at, kind, input_octets, "
                    + "output_octets, session_seconds, received_at) select ?, r.id, s.event_at, s.kind, s.input_octets, "
                    + "s.output_octets, s.session_seconds, ? from usage_stage_event s join usage.radius_session r "
                    + "on r.tenant_id = ? and r.nas = s.nas and r.session_id = s.session_id and r.product_id = s.product_id "
                    + "on conflict do nothing returning session, event_at, kind, input_octets, output_octets";

    /** A start begins the counters anew, as after a restart of the NAS; between starts they only grow, so the highest counts. */
    private static final String PROGRESS =
            "select r.id, r.product_id, r.charged_octets, t.total, t.first_at, t.last_at, t.is_open "
                    + "from usage.radius_session r cross join lateral (select sum(p.octets) as total, min(p.first_at) as first_at, "
                    + "max(p.last_at) as last_at, (array_agg(p.last_kind order by p.part desc))[1] <> 'stop' as is_open "
                    + "from (select n.part, max(n.input_octets)::numeric + max(n.output_octets) as octets, "
                    + "min(n.event_at) as first_at, max(n.event_at) as last_at, "
                    + "(array_agg(n.kind order by n.event_at desc, n.kind desc))[1] as last_kind "
                    + "from (select e.*, count(*) filter (where e.kind = 'start') over (order by e.event_at, "
                    + "e.kind <> 'start', e.input_octets, e.output_octets rows unbounded preceding) as part "
                    + "from usage.radius_event e where e.tenant_id = r.tenant_id and e.session = r.id) n group by n.part) p) t "
                    + "where r.tenant_id = ? and r.id = any(?) order by r.id";

    private final EntityList<RadiusSession> list = new EntityList<>(RadiusSession.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("productId", "e.productId", UUID.class)
            .with("nas", "e.nas", String.class)
            .with("lastAt", "e.lastAt", Instant.class);

    @PersistenceContext(unitName = "usage")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<RadiusSessionDetails> find(UUID id) {
        return TenantQuery.byId(em, RadiusSession.class, id).map(RadiusSession::details);
    }

    public Page<RadiusSessionDetails> find(Query query) {
        return list.find(em, query).map(RadiusSession::details);
    }

    /**
     * Makes the sessions there are not and locks all, in the order of their names.
     *
     * @return by NAS and session id with a zero between
     */
    public Map<String, Opened> lock(List<RadiusEntry> entries) {
        CopyRows rows = new CopyRows();
        for (RadiusEntry entry : entries) {
            RadiusEvent event = entry.event();
            rows.add(
                    entry.position(),
                    event.nas(),
                    event.sessionId(),
                    Ids.next(),
                    event.productId(),
                    event.eventAt(),
                    event.kind(),
                    event.input(),
                    event.output(),
                    event.sessionSeconds());
        }
        database.update(STAGE);
        database.update("truncate usage_stage_event");
        database.copy("usage_stage_event", rows);
        UUID tenant = CallContext.current().tenantId();
        database.update(OPEN, tenant);
        Map<String, Opened> opened = new HashMap<>();
        database.list(
                LOCK,
                row -> opened.put(
                        row.getString(2) + "\0" + row.getString(3),
                        new Opened(row.getObject(1, UUID.class), row.getObject(4, UUID.class))),
                tenant);
        return opened;
    }

    /** Adds the staged events that are new and of their session's product. */
    public Set<Key> add(Instant receivedAt) {
        UUID tenant = CallContext.current().tenantId();
        return new HashSet<>(database.list(
                ADD,
                row -> new Key(
                        row.getObject(1, UUID.class),
                        Database.instant(row, "event_at"),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)),
                tenant,
                receivedAt,
                tenant));
    }

    /** What these sessions come to by all their events. */
    public List<Progress> progress(Collection<UUID> ids) {
        return database.list(
                PROGRESS,
                RadiusSessionRepository::progress,
                CallContext.current().tenantId(),
                ids.toArray(UUID[]::new));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                Database.instant(row, "first_at"),
                Database.instant(row, "last_at"),
                row.getBoolean(7));
    }

    /** Notes what became usage. */
    public void charge(List<Progress> sessions) {
        database.update(
                "update usage.radius_session r set charged_octets = n.total::numeric, first_at = n.first_at::timestamptz, "
                        + "last_at = n.last_at::timestamptz, is_open = n.is_open::boolean "
                        + "from unnest(?, ?, ?, ?, ?) n (id, total, first_at, last_at, is_open) where r.id = n.id",
                sessions.stream().map(Progress::id).toArray(UUID[]::new),
                texts(sessions, each -> each.total().toPlainString()),
                texts(sessions, each -> each.firstAt().toString()),
                texts(sessions, each -> each.lastAt().toString()),
                texts(sessions, each -> Boolean.toString(each.isOpen())));
    }

    private static String[] texts(List<Progress> sessions, Function<Progress, String> column) {
        return sessions.stream().map(column).toArray(String[]::new);
    }

    /** A session that is locked. */
    public record Opened(UUID id, UUID productId) {}

    /** An event's own key. */
    public record Key(UUID session, Instant eventAt, String kind, long input, long output) {

        /** Of an event as the database keeps it: to the microsecond. */
        public static Key of(UUID session, RadiusEvent event) {
            return new Key(
                    session,
                    event.eventAt().truncatedTo(ChronoUnit.MICROS),
                    event.kind(),
                    event.input(),
                    event.output());
        }
    }

    /**
     * @param charged octets that became usage
     * @param total octets by all events, not less
     */
    public record Progress(
            UUID id,
            UUID productId,
            BigDecimal charged,
            BigDecimal total,
            Instant firstAt,
            Instant lastAt,
            boolean isOpen) {}
}
