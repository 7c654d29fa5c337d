package net.dotmac.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the time goes, on request ({@code DOTMAC_BENCH_PROFILE=directory}): a flight recording of the server and PostgreSQL's
 * dearest statements. Costs a few percent itself, so figures taken with it are for looking, not for quoting.
 */
final class Profile {

    private static final String STATEMENTS =
            "select calls, total_exec_time, rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 400) "
                    + "from pg_stat_statements order by total_exec_time desc limit 40";

    private final Path directory;
    private final long server;

    private Profile(Path directory, long server) {
        this.directory = directory;
        this.server = server;
    }

    static Profile ofEnvironment(long server) {
        String directory = System.getenv("DOTMAC_BENCH_PROFILE");
        return new Profile(directory == null || directory.isBlank() ? null : Path.of(directory), server);
    }

    void start(Connection superuser) throws SQLException, IOException {
        if (directory != null) {
            Files.createDirectories(directory);
            try (Statement statement = superuser.createStatement()) {
                statement.execute("select pg_stat_statements_reset()");
            }
            jcmd("JFR.start", "name=bench", "settings=profile");
        }
    }

    void stop(Connection superuser, String name) throws SQLException, IOException {
        if (directory == null) {
            return;
        }
        jcmd(
                "JFR.stop",
                "name=bench",
                "filename=" + directory.resolve(name + ".jfr").toAbsolutePath());
        List<String> lines = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(STATEMENTS)) {
            while (row.next()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%10.0f ms %8d calls %9d rows  %s",
                        row.getDouble(2),
                        row.getLong(1),
                        row.getLong(3),
                        row.getString(4)));
            }
        }
        Files.write(directory.resolve(name + ".sql.txt"), lines);
    }

    private void jcmd(String... command) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(String.valueOf(server));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
