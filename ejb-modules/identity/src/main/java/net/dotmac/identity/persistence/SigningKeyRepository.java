package net.dotmac.identity.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.dotmac.identity.domain.KeySchedule;
import net.dotmac.kernel.persistence.DatabaseException;

/**
 * The installation's signing keys. By JDBC, for Hibernate opens no session without a tenant, and these have none.
 */
@ApplicationScoped
public class SigningKeyRepository {

    /** Any number, as long as nobody else locks the same: "dotmac" and "keys" on a telephone's pad. */
    private static final long LOCK = 3686_225_397L;

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /**
     * A key as it is stored.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo, base64
     * @param sealedPrivateKey PKCS #8 in base64, sealed
     */
    public record Row(String id, String publicKey, String sealedPrivateKey, KeySchedule.Span span) {}

    public List<Row> all() {
        String sql =
                "select id, public_key, private_key, use_from, use_until from identity.signing_key order by use_from";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                KeySchedule.Span span = new KeySchedule.Span(instant(row, 4), instant(row, 5));
                rows.add(new Row(row.getString(1), row.getString(2), row.getString(3), span));
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseException("The signing keys could not be read", e);
        }
    }

    /** Lets one node of the cluster make keys at a time; until the transaction ends. */
    public void lock() {
        update("select pg_advisory_xact_lock(?)", LOCK);
    }

    public void add(Row key, Instant now) {
        update(
                "insert into identity.signing_key (id, public_key, private_key, created_at, use_from, use_until) "
                        + "values (?, ?, ?, ?, ?, ?)",
                key.id(),
                key.publicKey(),
                key.sealedPrivateKey(),
                time(now),
                time(key.span().from()),
                time(key.span().until()));
    }

    public void remove(String id) {
        update("delete from identity.signing_key where id = ?", id);
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseException("The signing keys could not be changed", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
