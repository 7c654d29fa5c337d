package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.DeviceInterface;
import net.dotmac.networking.domain.Site;

/** Finds and keeps sites, devices and interfaces of the current tenant. */
@ApplicationScoped
public class DeviceRepository {

    private final EntityList<Device> list = new EntityList<>(Device.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("address", "e.address", String.class)
            .with("status", "e.status", String.class)
            .with("statusSince", "e.statusSince", Instant.class)
            .with("deviceClass", "e.deviceClass", String.class)
            .with("site.id", "e.siteId", UUID.class)
            .with("snmpVersion", "e.snmpVersion", String.class)
            .with("monitored", "e.monitored", Boolean.class)
            .with("sysName", "e.sysName", String.class);

    @PersistenceContext(unitName = "networking")
    private EntityManager em;

    public Optional<Device> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    public List<Device> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select e from Device e where e.id in :ids", Device.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    public Page<Device> find(Query query) {
        return list.find(em, query);
    }

    public boolean nameExists(String name, UUID except) {
        return exists("select count(e) from Device e where e.name = :value and e.id <> :except", name, except);
    }

    public boolean addressExists(String address, int port, UUID except) {
        return em.createQuery(
                                "select count(e) from Device e where e.address = :address and e.snmpPort = :port "
                                        + "and e.id <> :except",
                                Long.class)
                        .setParameter("address", address)
                        .setParameter("port", port)
                        .setParameter("except", except)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    private boolean exists(String jpql, String value, UUID except) {
        return em.createQuery(jpql, Long.class)
                        .setParameter("value", value)
                        .setParameter("except", except)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    public Optional<Site> site(UUID id) {
        return TenantQuery.byId(em, Site.class, id);
    }

    /** The names of these sites. */
    public Map<UUID, String> siteNames(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select e from Site e where e.id in :ids", Site.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Site::id, site -> site.details().name()));
    }

    public Optional<DeviceInterface> link(UUID id) {
        return TenantQuery.byId(em, DeviceInterface.class, id);
    }

    public List<DeviceInterface> links(UUID deviceId) {
        return em.createQuery(
                        "select e from DeviceInterface e where e.deviceId = :device order by e.ifIndex, e.name",
                        DeviceInterface.class)
                .setParameter("device", deviceId)
                .getResultList();
    }

    /** The interfaces of these devices, by device. */
    public Map<UUID, List<DeviceInterface>> links(Collection<UUID> deviceIds) {
        if (deviceIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select e from DeviceInterface e where e.deviceId in :devices", DeviceInterface.class)
                .setParameter("devices", deviceIds)
                .getResultStream()
                .collect(Collectors.groupingBy(DeviceInterface::deviceId));
    }

    /** How many devices are up, down, unknown and unmonitored, and how many interfaces are present: in this order. */
    public long[] counts() {
        Object[] row = (Object[]) em.createQuery(
                        "select coalesce(sum(case when e.monitored = true and e.status = 'up' then 1 else 0 end), 0), "
                                + "coalesce(sum(case when e.monitored = true and e.status = 'down' then 1 else 0 end), 0), "
                                + "coalesce(sum(case when e.monitored = true and e.status = 'unknown' then 1 else 0 end), 0), "
                                + "coalesce(sum(case when e.monitored = false then 1 else 0 end), 0) from Device e")
                .getSingleResult();
        long interfaces = em.createQuery("select count(e) from DeviceInterface e where e.present = true", Long.class)
                .getSingleResult();
        return new long[] {number(row[0]), number(row[1]), number(row[2]), number(row[3]), interfaces};
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    public void add(Object entity) {
        em.persist(entity);
    }

    public void remove(Device device) {
        em.remove(device);
    }

    public void flush() {
        em.flush();
    }

    /** These devices by id. */
    public Map<UUID, Device> byId(Collection<UUID> ids) {
        return findAll(ids).stream().collect(Collectors.toMap(Device::id, Function.identity()));
    }
}
