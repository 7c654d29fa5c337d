package net.dotmac.devtools.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Gives all code of a transaction the one connection of its thread, as the container's data source does. */
final class TransactionConnections {

    /** What belongs to whoever keeps the transaction, and not to its users. */
    private static final Set<String> KEPT_BACK = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private Consumer<String> notices;

    /** Has every statement's notices handed over before it is closed. */
    void onNotice(Consumer<String> listener) {
        notices = listener;
    }

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
                    Object result = invoke(connection, method, arguments);
                    return notices != null && result instanceof PreparedStatement statement
                            ? overheard(statement)
                            : result;
                });
    }

    private PreparedStatement overheard(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !statement.isClosed()) {
                        for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
                            notices.accept(each.getMessage());
                        }
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
