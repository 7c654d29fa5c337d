package net.dotmac.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.dotmac.benchmarks.RowCounter.Written;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Billing's rival: the rows that a run wrote, sent once more by binary COPY into tables of the same definition and indexes, with no
 * row-level security, in the same database. Nothing that has to be read, reckoned and checked can be quicker.
 */
final class CopyRival {

    private final Connection superuser;
    private final CpuMeter cpu;
    private final Path directory;

    CopyRival(Connection superuser, CpuMeter cpu, Path directory) {
        this.superuser = superuser;
        this.cpu = cpu;
        this.directory = directory;
    }

    /**
     * CPU of PostgreSQL alone, in seconds; what the sending client used doesn't count, to the rival's advantage.
     *
     * @param added for the rows that were added
     * @param written for those that were changed, too
     */
    record Cost(double added, double written) {}

    /** Copies what was written. */
    Cost measure(List<Written> tables, String condition) throws SQLException, IOException {
        execute("create schema copied");
        try {
            double added = 0;
            double written = 0;
            for (int i = 0; i < tables.size(); i++) {
                double seconds = copy(tables.get(i), "copied.t" + i, condition);
                written += seconds;
                added += seconds * tables.get(i).added() / tables.get(i).written();
            }
            return new Cost(added, written);
        } finally {
            execute("drop schema copied cascade");
        }
    }

    private double copy(Written table, String target, String condition) throws SQLException, IOException {
        Path file = directory.resolve("rows.copy");
        CopyManager copies = superuser.unwrap(PGConnection.class).getCopyAPI();
        String columns = columns(table.table());
        try (OutputStream out = Files.newOutputStream(file)) {
            copies.copyOut(
                    "copy (select " + columns + " from " + table.table() + " where " + condition
                            + ") to stdout (format binary)",
                    out);
        }
        execute("create table " + target + " (like " + table.table() + " including all)");
        double before = cpu.read().database();
        try (InputStream in = Files.newInputStream(file)) {
            copies.copyIn("copy " + target + " (" + columns + ") from stdin (format binary)", in, 1 << 16);
        }
        double seconds = cpu.read().database() - before;
        Files.delete(file);
        return seconds;
    }

    private String columns(String table) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '"
                                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
