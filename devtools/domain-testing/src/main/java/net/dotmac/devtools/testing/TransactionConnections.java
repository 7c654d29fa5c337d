package net.dotmac.devtools.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Gives all code of a transaction the one connection of its thread, as the container's data source does. */
final class TransactionConnections {

    /** What belongs to whoever keeps the transaction, and not to its users. */
    private static final Set<String> KEPT_BACK = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    void bind(Connection connection) {
        current.set(connection);
    }

    void unbind() {
        current.remove();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return shared();
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    private Connection shared() throws SQLException {
        Connection connection = current.get();
        if (connection == null) {
            throw new SQLException("there is no transaction on this thread");
        }
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (KEPT_BACK.contains(method.getName())
                            && (arguments == null || arguments[0] instanceof Boolean)) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
