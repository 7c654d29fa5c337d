package net.dotmac.kernel.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Our own SQL, in the caller's transaction and on the connection that Hibernate uses in it. For work on sets of rows; what a
 * person clicks goes through entities.
 *
 * <p>Parameters may be texts, numbers, booleans, {@link UUID}, {@link java.time.LocalDate}, {@link Instant}, arrays of
 * {@link UUID} or {@link String}, bytes, or null.
 */
@ApplicationScoped
public class Database {

    private static final int ROWS_AT_ONCE = 2_000;

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** For the container, which sets the data source. */
    public Database() {}

    /** For use outside the container, on connections whose transactions the caller keeps. */
    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseException("A query failed: " + sql, e);
        }
    }

    /**
     * Hands each row to a reader as it comes, without keeping any: for files and sums over more rows than memory
     * should hold. Needs a transaction, for the rows are read by a cursor.
     */
    public void each(String sql, RowTaker taker, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("A query failed: " + sql, e);
        }
    }

    /** The first row, or empty if there is none. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Runs one statement and returns how many rows it changed. */
    public int update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new DatabaseException("A statement failed: " + sql, e);
        }
    }

    /**
     * Sends rows to a temporary table by COPY; tables with row-level security refuse it.
     *
     * @param target table and columns, e.g. {@code stage_line (id, net)}
     */
    public void copy(String target, CopyRows rows) {
        try (Connection connection = dataSource.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin (format binary)", rows.stream());
        } catch (SQLException e) {
            throw new DatabaseException("Rows could not be sent to " + target, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a {@code timestamptz}; null stays null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameter(connection, parameters[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static Object parameter(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        } else if (value instanceof UUID[] ids) {
            return array(connection, "uuid", ids);
        } else if (value instanceof String[] texts) {
            return array(connection, "text", texts);
        }
        return value;
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a row. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }
}
