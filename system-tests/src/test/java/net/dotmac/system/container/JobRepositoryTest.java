package net.dotmac.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import net.dotmac.batch.FinishedJobs;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job of the container's own repository, which lies in PostgreSQL: found there, restarted, deleted when it is old. */
@Tag("behavior")
@ExtendWith({RunningServer.class, ArquillianExtension.class})
class JobRepositoryTest {

    private static final String JOB =
            "<job id='container-test' version='2.0' xmlns='https://jakarta.ee/xml/ns/jakartaee'>"
                    + "<step id='work'><batchlet ref='failingOnceBatchlet'/></step></job>";

    @Resource(lookup = "java:jboss/datasources/DotMacJobDS")
    private DataSource repository;

    @Inject
    private FinishedJobs finished;

    /** What deletes old jobs is brought along, for it is no service that another deployment could ask for. */
    @Deployment
    static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "job-tests.war")
                .addClasses(
                        JobRepositoryTest.class,
                        RunningServer.class,
                        FailingOnceBatchlet.class,
                        FinishedJobs.class,
                        Until.class)
                .addAsResource(new StringAsset(JOB), "META-INF/batch-jobs/container-test.xml")
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode='annotated'/>"), "beans.xml")
                .addAsWebInfResource(
                        new StringAsset("<jboss-web><security-domain>other</security-domain></jboss-web>"),
                        "jboss-web.xml")
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: deployment.dotmac.ear\n"));
    }

    @Test
    void aFailedJobIsFoundRestartedAndAtLastDeleted() throws Exception {
        JobOperator operator = BatchRuntime.getJobOperator();
        long first = operator.start("container-test", new Properties());
        assertEquals(BatchStatus.FAILED, ended(operator, first));
        long instance = operator.getJobInstance(first).getInstanceId();
        assertEquals(List.of("FAILED"), statuses(instance));

        long second = operator.restart(first, new Properties());
        assertNotEquals(first, second);
        assertEquals(BatchStatus.COMPLETED, ended(operator, second));
        assertEquals(instance, operator.getJobInstance(second).getInstanceId());
        Until.so("both are written", () -> statuses(instance).equals(List.of("FAILED", "COMPLETED")));

        Instant now = Instant.now();
        finished.purge(now.minus(Duration.ofDays(300)), 500);
        assertEquals(2, statuses(instance).size(), "what is young stays");
        execute("update batch.job_execution set endtime = endtime - interval '400 days', lastupdatedtime = endtime "
                + "where jobinstanceid = " + instance);
        assertEquals(1, finished.purge(now.minus(Duration.ofDays(300)), 500));
        assertEquals(List.of(), statuses(instance));
        assertEquals(
                List.of("0"),
                rows("select count(*) from batch.step_execution where jobexecutionid in (" + first + "," + second
                        + ")"));
    }

    private static BatchStatus ended(JobOperator operator, long execution) throws Exception {
        Until.so("the job ended", () -> {
            JobExecution one = operator.getJobExecution(execution);
            return one.getEndTime() != null
                    && one.getBatchStatus() != BatchStatus.STARTED
                    && one.getBatchStatus() != BatchStatus.STARTING;
        });
        return operator.getJobExecution(execution).getBatchStatus();
    }

    private List<String> statuses(long instance) throws SQLException {
        return rows("select batchstatus from batch.job_execution where jobinstanceid = " + instance
                + " order by jobexecutionid");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = repository.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = repository.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
