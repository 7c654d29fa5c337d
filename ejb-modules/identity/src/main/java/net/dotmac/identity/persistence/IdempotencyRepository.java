package net.dotmac.identity.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.identity.IdentityProblem;
import net.dotmac.identity.StoredAnswer;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.DatabaseException;

/** Keys of writing requests and their answers; runs in the transaction of the request. */
@ApplicationScoped
public class IdempotencyRepository {

    /** How long a duplicate waits for the first to end before it is told to come back. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** @param answer null while the answer isn't known, which only the executing transaction itself can see */
    public record Row(String requestHash, StoredAnswer answer) {}

    /**
     * Inserts the key unless it is there. If another transaction has inserted it and not ended, this waits for its end.
     *
     * @return whether it was inserted
     * @throws DomainException {@code request-in-progress} if the other takes longer than ten seconds
     */
    public boolean insert(UUID tenantId, String client, String key, String requestHash, Instant now) {
        String sql = "insert into identity.idempotent_response (tenant_id, client, key, request_hash, created_at) "
                + "values (?, ?, ?, ?, ?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection()) {
            setLockTimeout(connection, WAIT);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, tenantId);
                statement.setString(2, client);
                statement.setString(3, key);
                statement.setString(4, requestHash);
                statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                boolean isInserted = statement.executeUpdate() == 1;
                setLockTimeout(connection, Duration.ZERO);
                return isInserted;
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new DomainException(
                        IdentityProblem.REQUEST_IN_PROGRESS,
                        "A request with this Idempotency-Key is still being worked on; repeat in a while.");
            }
            throw failed(e);
        }
    }

    public Row find(String client, String key) {
        String sql = "select request_hash, status, location, etag, body from identity.idempotent_response "
                + "where client = ? and key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, client);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an idempotency key vanished between two statements");
                }
                String hash = row.getString("request_hash");
                int status = row.getInt("status");
                return row.wasNull()
                        ? new Row(hash, null)
                        : new Row(
                                hash,
                                new StoredAnswer(
                                        status,
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getBytes("body")));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void keep(String client, String key, StoredAnswer answer) {
        String sql = "update identity.idempotent_response set status = ?, location = ?, etag = ?, body = ? "
                + "where client = ? and key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.etag());
            statement.setBytes(4, answer.body());
            statement.setString(5, client);
            statement.setString(6, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Forgets some of the tenant's answers older than this; a few each time, so that no request pays for many. */
    public void forget(Instant olderThan) {
        String sql = "delete from identity.idempotent_response where (client, key) in "
                + "(select client, key from identity.idempotent_response where created_at < ? "
                + "order by created_at limit 10 for update skip locked)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, olderThan.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void setLockTimeout(Connection connection, Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            statement.setString(1, Long.toString(wait.toMillis()));
            statement.execute();
        }
    }

    private static DatabaseException failed(SQLException cause) {
        return new DatabaseException("The answer to a writing request could not be kept", cause);
    }
}
