package net.dotmac.networking.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.networking.domain.CounterRates;
import net.dotmac.networking.domain.CounterReading.Counter;
import net.dotmac.networking.domain.InterfaceSample;
import org.postgresql.PGConnection;

/**
 * Writes samples by COPY, with the role that may do only that. Called outside any transaction: a COPY is one statement and happens
 * wholly or not at all, and a lost batch of samples is a gap, nothing worse.
 */
@ApplicationScoped
public class SampleWriter {

    private static final String COPY = "copy networking.interface_sample (tenant_id, interface_id, at, in_octets, "
            + "out_octets, in_bps, out_bps, in_pps, out_pps, in_errors, out_errors, in_discards, out_discards, oper_up) "
            + "from stdin (format binary)";
    private static final int COLUMNS = 14;
    private static final int ROW_BYTES = 180;

    @Resource(lookup = "java:jboss/datasources/DotMacIngestDS")
    private DataSource dataSource;

    /** Appends samples; their days must have partitions. */
    public void write(List<InterfaceSample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        byte[] rows = encode(samples);
        try (Connection connection = dataSource.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows), 65_536);
        } catch (SQLException e) {
            throw new DatabaseException(samples.size() + " samples could not be written", e);
        } catch (IOException e) {
            throw new DatabaseException(samples.size() + " samples could not be written", new SQLException(e));
        }
    }

    private static byte[] encode(List<InterfaceSample> samples) {
        BinaryCopy copy = new BinaryCopy(samples.size() * ROW_BYTES);
        for (InterfaceSample sample : samples) {
            CounterRates rates = sample.rates();
            copy.row(COLUMNS);
            copy.uuid(sample.tenantId());
            copy.uuid(sample.interfaceId());
            copy.timestamp(sample.at());
            copy.bigint(sample.reading().value(Counter.IN_OCTETS));
            copy.bigint(sample.reading().value(Counter.OUT_OCTETS));
            copy.bigint(rates.bitsPerSecond(Counter.IN_OCTETS));
            copy.bigint(rates.bitsPerSecond(Counter.OUT_OCTETS));
            copy.bigint(rates.perSecond(Counter.IN_PACKETS));
            copy.bigint(rates.perSecond(Counter.OUT_PACKETS));
            copy.bigint(rates.perSecond(Counter.IN_ERRORS));
            copy.bigint(rates.perSecond(Counter.OUT_ERRORS));
            copy.bigint(rates.perSecond(Counter.IN_DISCARDS));
            copy.bigint(rates.perSecond(Counter.OUT_DISCARDS));
            copy.bool(sample.isUp());
        }
        return copy.finish();
    }

    /** Makes partitions for a span of days (UTC), where they are missing. */
    public void makePartitions(LocalDate firstDay, int days) {
        call("select networking.make_sample_partitions(?, ?)", firstDay, days);
    }

    /** Drops whole days before this one (UTC); the last seven days always stay. */
    public void dropBefore(LocalDate day) {
        call("select networking.drop_sample_partitions(?)", day, null);
    }

    private void call(String sql, LocalDate day, Integer days) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(day));
            if (days != null) {
                statement.setInt(2, days);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseException("The partitions of samples could not be kept", e);
        }
    }
}
