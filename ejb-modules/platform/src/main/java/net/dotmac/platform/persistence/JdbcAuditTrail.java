package net.dotmac.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.DatabaseException;

/** Appends audit entries in the caller's transaction. */
@ApplicationScoped
public class JdbcAuditTrail implements AuditTrail {

    private final Jsonb json = JsonbBuilder.create();

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Override
    public void record(String action, String entity, Object entityId, Map<String, ?> detail) {
        CallContext context = CallContext.current();
        String sql = "insert into platform.audit_entry "
                + "(tenant_id, id, actor, action, entity, entity_id, correlation_id, detail) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, context.tenantId());
            statement.setObject(2, Ids.next());
            statement.setString(3, context.actor());
            statement.setString(4, action);
            statement.setString(5, entity);
            statement.setString(6, String.valueOf(entityId));
            statement.setString(7, context.correlationId());
            statement.setString(8, json.toJson(detail));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The audit entry could not be written", e);
        }
    }
}
