package net.dotmac.usage.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.usage.UsageHour;
import net.dotmac.usage.UsageRecord;
import net.dotmac.usage.UsageTotal;

/** Appends and sums usage records, in the caller's transaction. */
@ApplicationScoped
public class UsageRepository {

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Inject
    private Database database;

    /** @return how many were new */
    public int add(List<UsageRecord> records, Instant receivedAt) {
        String sql = "insert into usage.usage_record "
                + "(tenant_id, source, source_id, product_id, unit_of_measure, quantity, used_at, received_at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (UsageRecord usage : records) {
                insert.setObject(1, CallContext.current().tenantId());
                insert.setString(2, usage.source());
                insert.setString(3, usage.sourceId());
                insert.setObject(4, usage.productId());
                insert.setString(5, usage.unitOfMeasure());
                insert.setBigDecimal(6, usage.quantity());
                insert.setObject(7, usage.usedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(8, receivedAt.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            int added = 0;
            for (int count : insert.executeBatch()) {
                added += count;
            }
            return added;
        } catch (SQLException e) {
            throw new DatabaseException("Usage could not be recorded", e);
        }
    }

    public List<UsageTotal> totals(Collection<UUID> productIds, Instant from, Instant to) {
        String sql = "select product_id, unit_of_measure, sum(quantity) from usage.usage_record "
                + "where product_id = any (?) and used_at >= ? and used_at < ? group by product_id, unit_of_measure";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", productIds.toArray()));
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, to.atOffset(ZoneOffset.UTC));
            List<UsageTotal> totals = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    totals.add(new UsageTotal(row.getObject(1, UUID.class), row.getString(2), row.getBigDecimal(3)));
                }
            }
            return totals;
        } catch (SQLException e) {
            throw new DatabaseException("Usage could not be summed", e);
        }
    }

    public List<UsageHour> hours(Collection<UUID> productIds, Instant from, Instant to, ZoneId zone) {
        String sql =
                "select product_id, unit_of_measure, hour, sum(quantity) from (select product_id, unit_of_measure, "
                        + "(extract(isodow from local) - 1)::integer * 24 + extract(hour from local)::integer as hour, quantity "
                        + "from (select product_id, unit_of_measure, quantity, used_at at time zone ? as local "
                        + "from usage.usage_record where product_id = any (?) and used_at >= ? and used_at < ?) u) h "
                        + "group by product_id, unit_of_measure, hour";
        return database.list(
                sql,
                row -> new UsageHour(
                        row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getBigDecimal(4)),
                zone.getId(),
                productIds.toArray(UUID[]::new),
                from,
                to);
    }
}
