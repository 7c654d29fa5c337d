package net.dotmac.networking.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.networking.TrafficPoint;

/** Reads samples as series, through the view that shows the bound tenant's only. */
@ApplicationScoped
public class TrafficReader {

    private static final String SERIES = "select date_bin(make_interval(secs => ?), at, 'epoch'::timestamptz) as step, "
            + "avg(in_bps)::bigint, avg(out_bps)::bigint, max(in_bps), max(out_bps), "
            + "avg(in_errors + out_errors)::bigint from networking.interface_traffic "
            + "where interface_id = ? and at >= ? and at < ? group by step order by step";

    private static final String LATEST = "select at, in_bps, out_bps, in_bps, out_bps, in_errors + out_errors "
            + "from networking.interface_traffic where interface_id = ? and at >= ? order by at desc limit 1";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    public List<TrafficPoint> series(UUID interfaceId, Instant from, Instant until, Duration step) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SERIES)) {
            statement.setDouble(1, step.toSeconds());
            statement.setObject(2, interfaceId);
            statement.setTimestamp(3, Timestamp.from(from));
            statement.setTimestamp(4, Timestamp.from(until));
            return read(statement);
        } catch (SQLException e) {
            throw new DatabaseException("The traffic could not be read", e);
        }
    }

    /** The latest sample since then, in a list of one or none. */
    public List<TrafficPoint> latest(UUID interfaceId, Instant since) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, interfaceId);
            statement.setTimestamp(2, Timestamp.from(since));
            return read(statement);
        } catch (SQLException e) {
            throw new DatabaseException("The traffic could not be read", e);
        }
    }

    private static List<TrafficPoint> read(PreparedStatement statement) throws SQLException {
        List<TrafficPoint> points = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                points.add(new TrafficPoint(
                        row.getTimestamp(1).toInstant(),
                        row.getObject(2, Long.class),
                        row.getObject(3, Long.class),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class),
                        row.getObject(6, Long.class)));
            }
        }
        return points;
    }
}
