package net.dotmac.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.Seller;

/** Reads a tenant's own rows; runs in the caller's transaction. */
@ApplicationScoped
public class TenantRepository {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    public Seller seller(UUID tenantId) {
        String sql = "select legal_name, street, postcode, city, country, vat_id, email, phone, bank_account "
                + "from platform.tenant where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenantId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw DomainException.notFound("tenant", tenantId);
                }
                return new Seller(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9));
            }
        } catch (SQLException e) {
            throw new DatabaseException("The seller could not be read", e);
        }
    }

    /** How far the tenant's business clock stands ahead of the system clock; zero unless a test clock was set. */
    public Duration clockAhead() {
        String sql = "select extract(epoch from ahead)::bigint from platform.business_clock";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Duration.ofSeconds(row.getLong(1)) : Duration.ZERO;
        } catch (SQLException e) {
            throw new DatabaseException("The business clock could not be read", e);
        }
    }

    public void setClockAhead(UUID tenantId, Duration ahead) {
        String sql = "insert into platform.business_clock (tenant_id, ahead) values (?, make_interval(secs => ?)) "
                + "on conflict (tenant_id) do update set ahead = excluded.ahead, set_at = now()";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenantId);
            statement.setLong(2, ahead.toSeconds());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The business clock could not be set", e);
        }
    }
}
