package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.AlarmComment;
import net.dotmac.networking.domain.Alarm;
import net.dotmac.networking.domain.Fault;

/** Finds and keeps alarms of the current tenant. */
@ApplicationScoped
public class AlarmRepository {

    private static final int MAX_COMMENTS = 500;

    private final EntityList<Alarm> list = new EntityList<>(Alarm.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("device.id", "e.deviceId", UUID.class)
            .with("interface.id", "e.interfaceId", UUID.class)
            .with("alarmedObject", "e.alarmedObject", String.class)
            .with("alarmType", "e.alarmType", String.class)
            .with("probableCause", "e.probableCause", String.class)
            .with("perceivedSeverity", "e.perceivedSeverity", String.class)
            .with("state", "e.state", String.class)
            .with("ackState", "e.ackState", String.class)
            .with("raisedAt", "e.raisedAt", Instant.class)
            .with("changedAt", "e.changedAt", Instant.class)
            .with("clearedAt", "e.clearedAt", Instant.class);

    @PersistenceContext(unitName = "networking")
    private EntityManager em;

    public Optional<Alarm> find(UUID id) {
        return TenantQuery.byId(em, Alarm.class, id);
    }

    public Page<Alarm> find(Query query) {
        return list.find(em, query);
    }

    /**
     * Opens an alarm for a fault, or counts the fault on the alarm that is open for it.
     *
     * @return the id of the new alarm, or empty if there was one
     */
    public Optional<UUID> raise(Fault fault, Instant now) {
        Object[] row = (Object[]) em.createNativeQuery("insert into networking.alarm as a (tenant_id, id, device_id, "
                        + "interface_id, alarmed_object, alarm_type, probable_cause, perceived_severity, state, "
                        + "ack_state, detail, dedup_key, raised_at, changed_at) "
                        + "values (:tenant, :id, :device, cast(:link as uuid), :object, :type, :cause, :severity, "
                        + "'raised', 'unacknowledged', :detail, :key, :now, :now) "
                        + "on conflict (tenant_id, dedup_key) where cleared_at is null do update set state = 'updated', "
                        + "occurrences = a.occurrences + 1, changed_at = excluded.changed_at, detail = excluded.detail "
                        + "returning a.id, a.occurrences")
                .setParameter("tenant", CallContext.current().tenantId())
                .setParameter("id", Ids.next())
                .setParameter("device", fault.deviceId())
                .setParameter(
                        "link",
                        fault.interfaceId() == null ? null : fault.interfaceId().toString())
                .setParameter("object", fault.object())
                .setParameter("type", fault.kind().alarmType())
                .setParameter("cause", fault.kind().probableCause())
                .setParameter("severity", fault.kind().severity())
                .setParameter("detail", fault.detail())
                .setParameter("key", fault.key())
                .setParameter("now", now)
                .getSingleResult();
        boolean isNew = ((Number) row[1]).intValue() == 1;
        return isNew ? Optional.of((UUID) row[0]) : Optional.empty();
    }

    /** The open alarms with these keys. */
    public List<Alarm> open(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : em.createQuery("select e from Alarm e where e.dedupKey in :keys and e.clearedAt is null", Alarm.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    public List<Alarm> openOfDevice(UUID deviceId) {
        return em.createQuery("select e from Alarm e where e.deviceId = :device and e.clearedAt is null", Alarm.class)
                .setParameter("device", deviceId)
                .getResultList();
    }

    /** The keys of the open alarms of these devices, by device. */
    public Map<UUID, Set<String>> openKeys(Collection<UUID> deviceIds) {
        Map<UUID, Set<String>> keys = new HashMap<>();
        if (!deviceIds.isEmpty()) {
            em.createQuery(
                            "select e.deviceId, e.dedupKey from Alarm e where e.deviceId in :devices and e.clearedAt is null",
                            Object[].class)
                    .setParameter("devices", deviceIds)
                    .getResultStream()
                    .forEach(row -> keys.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                            .add((String) row[1]));
        }
        return keys;
    }

    /** How many alarms are open, and how many of those are critical: in this order. */
    public long[] openCounts() {
        long all = em.createQuery("select count(e) from Alarm e where e.clearedAt is null", Long.class)
                .getSingleResult();
        long critical = em.createQuery(
                        "select count(e) from Alarm e where e.clearedAt is null and e.perceivedSeverity = 'critical'",
                        Long.class)
                .getSingleResult();
        return new long[] {all, critical};
    }

    public AlarmComment comment(UUID alarmId, String author, String comment, Instant now) {
        AlarmComment made = new AlarmComment(Ids.next(), now, author, comment);
        em.createNativeQuery("insert into networking.alarm_comment (tenant_id, id, alarm_id, at, author, comment) "
                        + "values (:tenant, :id, :alarm, :at, :author, :comment)")
                .setParameter("tenant", CallContext.current().tenantId())
                .setParameter("id", made.id())
                .setParameter("alarm", alarmId)
                .setParameter("at", now)
                .setParameter("author", author)
                .setParameter("comment", comment)
                .executeUpdate();
        return made;
    }

    /** Comments of an alarm, oldest first. */
    @SuppressWarnings("unchecked")
    public List<AlarmComment> comments(UUID alarmId) {
        List<Object[]> rows = em.createNativeQuery("select id, at, author, comment from networking.alarm_comment "
                        + "where alarm_id = :alarm order by id")
                .setParameter("alarm", alarmId)
                .setMaxResults(MAX_COMMENTS)
                .getResultList();
        return rows.stream()
                .map(row -> new AlarmComment((UUID) row[0], (Instant) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    public void flush() {
        em.flush();
    }
}
