package net.dotmac.devtools.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The domains' persistence units, each started when first asked for, and their entity managers in each thread's transaction. */
final class PersistenceUnits {

    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    static {
        HIBERNATE.setLevel(Level.WARNING);
    }

    private final DataSource dataSource;
    private final Map<String, EntityManagerFactory> factories = new ConcurrentHashMap<>();
    private final ThreadLocal<Map<String, EntityManager>> managers = new ThreadLocal<>();
    private final Map<String, Object> properties = new HashMap<>();

    PersistenceUnits(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Starts units with this property in place of what their file says. */
    void with(String property, Object value) {
        properties.put(property, value);
    }

    void begin() {
        managers.set(new LinkedHashMap<>());
    }

    void flush() {
        managers.get().values().forEach(EntityManager::flush);
    }

    void end() {
        managers.get().values().forEach(EntityManager::close);
        managers.remove();
    }

    /** Stands for the entity manager of the unit in the transaction of whichever thread calls it. */
    EntityManager manager(String unit) {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager manager = managers.get().computeIfAbsent(unit, this::open);
                    try {
                        return method.invoke(manager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private EntityManager open(String unit) {
        EntityManager manager = factories.computeIfAbsent(unit, this::factory).createEntityManager();
        manager.getTransaction().begin();
        return manager;
    }

    private EntityManagerFactory factory(String unit) {
        Map<String, Object> all = new HashMap<>();
        all.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        all.put("jakarta.persistence.jtaDataSource", dataSource);
        all.put("jakarta.persistence.nonJtaDataSource", dataSource);
        all.putAll(properties);
        return Persistence.createEntityManagerFactory(unit, all);
    }
}
