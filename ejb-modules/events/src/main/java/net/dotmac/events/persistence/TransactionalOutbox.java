package net.dotmac.events.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.DatabaseException;

/** Writes facts into the outbox table in the caller's transaction. */
@ApplicationScoped
public class TransactionalOutbox implements Outbox {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Inject
    private BusinessClock clock;

    @Override
    public void record(String type, String aggregateId, Map<String, ?> data) {
        CallContext context = CallContext.current();
        String sql = "insert into events.outbox "
                + "(tenant_id, id, type, aggregate_id, actor, correlation_id, occurred_at, data) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, context.tenantId());
            statement.setObject(2, Ids.next());
            statement.setString(3, type);
            statement.setString(4, aggregateId);
            statement.setString(5, context.actor());
            statement.setString(6, context.correlationId());
            statement.setObject(7, clock.now().atOffset(ZoneOffset.UTC));
            statement.setString(8, EventJson.write(data));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The event " + type + " could not be written", e);
        }
    }
}
