package net.dotmac.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;

/**
 * Deletes what the batch repository has kept long enough; JBeret itself never deletes. Nothing of ours is lost: what a billing
 * run did stands in the run.
 */
@ApplicationScoped
public class FinishedJobs {

    /** An instance without any execution is one that starts this moment. Executions, steps and partitions go with it. */
    private static final String DELETE = "delete from batch.job_instance where jobinstanceid in ("
            + "select i.jobinstanceid from batch.job_instance i "
            + "where exists (select 1 from batch.job_execution e where e.jobinstanceid = i.jobinstanceid) "
            + "and not exists (select 1 from batch.job_execution e where e.jobinstanceid = i.jobinstanceid "
            + "and coalesce(e.endtime, e.lastupdatedtime, e.starttime, e.createtime, 'infinity') >= ?) "
            + "order by i.jobinstanceid limit ? for update skip locked)";

    @Resource(lookup = "java:jboss/datasources/DotMacJobDS")
    private DataSource dataSource;

    /**
     * Deletes jobs on which nothing has happened since a moment, those whose server died included.
     *
     * @param atMost so many at once, that no delete takes long
     * @return how many there were
     */
    public int purge(Instant before, int atMost) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setInt(2, atMost);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("Finished jobs could not be deleted", e);
        }
    }
}
