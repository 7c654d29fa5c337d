package net.dotmac.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.devtools.testing.TestDatabase;
import net.dotmac.kernel.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted from the batch repository, as the application's role. */
class FinishedJobsTest {

    private static final DomainServer SERVER = new DomainServer();
    private static final UUID ANY_TENANT = Ids.next();
    private static final Instant CUT = Instant.parse("2027-05-01T00:00:00Z");

    private final FinishedJobs jobs = SERVER.get(FinishedJobs.class);

    @BeforeEach
    void empty() throws SQLException {
        try (Connection superuser = SERVER.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate batch.job_instance cascade");
        }
    }

    @Test
    void whatEndedBeforeGoesWithItsStepsAndPartitions() throws SQLException {
        job("old", "COMPLETED", CUT.minusSeconds(1));
        job("young", "COMPLETED", CUT);
        assertEquals(1, purge(100));
        assertEquals(List.of("young"), names());
        assertEquals(List.of("1"), read("select count(*) from batch.step_execution"));
        assertEquals(List.of("1"), read("select count(*) from batch.partition_execution"));
    }

    @Test
    void aJobThatIsTriedAgainStaysWithItsYoungestExecution() throws SQLException {
        long instance = job("tried again", "FAILED", CUT.minus(Duration.ofDays(2)));
        execution(instance, "COMPLETED", CUT.plusSeconds(5));
        assertEquals(0, purge(100));
        assertEquals(List.of("2"), read("select count(*) from batch.job_execution"));
    }

    @Test
    void aJobThatStartsThisMomentStays() throws SQLException {
        read("insert into batch.job_instance (version, jobname) values (0, 'starting') returning 1");
        assertEquals(0, purge(100));
        assertEquals(List.of("starting"), names());
    }

    @Test
    void oneWhoseServerDiedIsMeasuredByItsLastSign() throws SQLException {
        job("dead", "STARTED", null);
        read("update batch.job_execution set lastupdatedtime = '2027-04-30T23:00:00Z' returning 1");
        assertEquals(1, purge(100));
    }

    @Test
    void noMoreThanAskedForGoAtOnce() throws SQLException {
        for (int i = 0; i < 5; i++) {
            job("old " + i, "COMPLETED", CUT.minusSeconds(1));
        }
        assertEquals(3, purge(3));
        assertEquals(2, purge(3));
    }

    private int purge(int atMost) {
        return SERVER.call(ANY_TENANT, () -> jobs.purge(CUT, atMost));
    }

    private static List<String> names() throws SQLException {
        return read("select jobname from batch.job_instance order by 1");
    }

    private static long job(String name, String status, Instant ended) throws SQLException {
        long instance = Long.parseLong(read("insert into batch.job_instance (version, jobname) values (0, '" + name
                        + "') returning jobinstanceid")
                .get(0));
        execution(instance, status, ended);
        return instance;
    }

    private static void execution(long instance, String status, Instant ended) throws SQLException {
        try (Connection superuser = TestDatabase.shared().connect("postgres");
                PreparedStatement insert = superuser.prepareStatement("with e as (insert into batch.job_execution "
                        + "(jobinstanceid, createtime, batchstatus, endtime) values (?, '2027-01-01Z', ?, ?) "
                        + "returning jobexecutionid), s as (insert into batch.step_execution (jobexecutionid, stepname) "
                        + "select jobexecutionid, 'bill' from e returning stepexecutionid) "
                        + "insert into batch.partition_execution (partitionexecutionid, stepexecutionid) "
                        + "select 0, stepexecutionid from s")) {
            insert.setLong(1, instance);
            insert.setString(2, status);
            insert.setObject(3, ended == null ? null : ended.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static List<String> read(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = TestDatabase.shared().connect("postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
