package net.dotmac.networking.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;

/** Finds whose device an address is, before any tenant is known. For the trap listener only. */
@ApplicationScoped
public class TrapSources {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** A device and its tenant. */
    public record Source(UUID tenantId, UUID deviceId) {}

    /** The devices with this address: none, the one, or two if several tenants use the address and it says nothing. */
    public List<Source> at(String address) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select tenant_id, device_id from networking.devices_at(?)")) {
            statement.setString(1, address);
            List<Source> sources = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sources.add(new Source(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            return sources;
        } catch (SQLException e) {
            throw new DatabaseException("The sender of a trap could not be looked up", e);
        }
    }
}
