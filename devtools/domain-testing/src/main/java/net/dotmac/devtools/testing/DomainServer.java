package net.dotmac.devtools.testing;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import net.dotmac.kernel.CallContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes services with what they inject, and runs work on them in transactions of one tenant.
 *
 * <p>A domain's ports that another module fills (outbox, audit trail, clocks) are given by {@link #bind}.
 */
public final class DomainServer {

    private final TestDatabase database = TestDatabase.shared();
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final TransactionConnections connections = new TransactionConnections();
    private final DataSource dataSource = connections.dataSource();
    private final Map<Class<?>, Object> instances = new ConcurrentHashMap<>();
    private final PersistenceUnits units = new PersistenceUnits(dataSource);
    private final List<String> greeting = new ArrayList<>();
    private final String role;

    /** A server whose connections are of the application's role. */
    public DomainServer() {
        this("dotmac_runtime");
    }

    /** A server whose connections are of this role: {@code postgres} passes row-level security by. */
    public DomainServer(String role) {
        this.role = role;
    }

    /** Starts persistence units with this property in place of what their file says; before the first call. */
    public DomainServer with(String property, Object value) {
        units.with(property, value);
        return this;
    }

    /** Runs these statements on every new connection, such as settings for its session. */
    public DomainServer onConnect(String... statements) {
        greeting.addAll(List.of(statements));
        return this;
    }

    /** Hands everything the database says beside its answers, such as plans, to this listener. */
    public DomainServer onNotice(Consumer<String> listener) {
        connections.onNotice(listener);
        return this;
    }

    /** Uses this instance wherever the type is injected. */
    public <T> DomainServer bind(Class<T> type, T instance) {
        instances.put(type, instance);
        return this;
    }

    /** Uses this class wherever the interface is injected. */
    public <T> DomainServer bind(Class<T> type, Class<? extends T> implementation) {
        return bind(type, get(implementation));
    }

    /** The one instance of a class, with its fields injected. */
    public <T> T get(Class<T> type) {
        Object found = instances.get(type);
        if (found == null) {
            found = create(type);
            instances.put(type, found);
            inject(found);
        }
        return type.cast(found);
    }

    /** A new instance of a class, with what is bound by now, used from here on. */
    public <T> T renew(Class<T> type) {
        instances.remove(type);
        return get(type);
    }

    /** Runs work as the application itself in a transaction of the tenant; an exception rolls it back and comes out. */
    public <T> T call(UUID tenant, Callable<T> work) {
        try {
            Connection connection = idle.poll();
            if (connection == null) {
                connection = open();
            }
            try {
                return inTransaction(connection, tenant, work);
            } finally {
                idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = database.connect(role);
        try (Statement statement = connection.createStatement()) {
            for (String each : greeting) {
                statement.execute(each);
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    public void run(UUID tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }

    /** A connection as superuser, for what no service would do. */
    public Connection superuser() throws SQLException {
        return database.connect("postgres");
    }

    private <T> T inTransaction(Connection connection, UUID tenant, Callable<T> work) throws SQLException {
        connections.bind(connection);
        units.begin();
        try (CallContext.Scope scope = CallContext.system("test", tenant).bind()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
                statement.setString(1, tenant.toString());
                statement.execute();
            }
            T result = work.call();
            units.flush();
            connection.commit();
            return result;
        } catch (RuntimeException | SQLException e) {
            connection.rollback();
            throw e;
        } catch (Exception e) {
            connection.rollback();
            throw new IllegalStateException(e);
        } finally {
            units.end();
            connections.unbind();
        }
    }

    private static <T> Object create(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("nothing is bound for " + type, e);
        }
    }

    private void inject(Object instance) {
        for (Class<?> type = instance.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = valueFor(field);
                if (value != null) {
                    set(instance, field, value);
                }
            }
        }
    }

    private Object valueFor(Field field) {
        if (field.isAnnotationPresent(PersistenceContext.class)) {
            return units.manager(field.getAnnotation(PersistenceContext.class).unitName());
        } else if (field.isAnnotationPresent(Resource.class) && field.getType() == DataSource.class) {
            return dataSource;
        } else if (field.isAnnotationPresent(Resource.class) && field.getType() == ConcurrentMap.class) {
            return new ConcurrentHashMap<>();
        } else if (field.isAnnotationPresent(ConfigProperty.class)) {
            return setting(field);
        } else if (field.isAnnotationPresent(Inject.class)) {
            return get(field.getType());
        }
        return null;
    }

    /** The default that the field names itself; null, and so what the class leaves in it, where there is none. */
    private static Object setting(Field field) {
        String text = field.getAnnotation(ConfigProperty.class).defaultValue();
        if (text.equals(ConfigProperty.UNCONFIGURED_VALUE)) {
            return null;
        } else if (field.getType() == int.class) {
            return Integer.valueOf(text);
        } else if (field.getType() == boolean.class) {
            return Boolean.valueOf(text);
        }
        return text;
    }

    private static void set(Object instance, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The unit's entity manager in this thread's transaction. */
    public EntityManager entities(String unit) {
        return units.manager(unit);
    }
}
