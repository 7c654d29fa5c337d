package net.dotmac.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Reads the CPU time that processes have used, from {@code /proc}; in seconds, at the kernel's grain of 10 ms. */
final class CpuMeter {

    /** Ticks of {@code /proc} a second; the kernel shows user space no other on any machine of today. */
    private static final double TICKS = 100.0;

    private static final int PARENT = 1;
    private static final int OWN_TICKS = 11;
    private static final int CHILDREN_TICKS = 13;

    private final long server;
    private final long postmaster;

    /**
     * @param server process id of WildFly
     * @param postmaster process id of PostgreSQL's first process
     */
    CpuMeter(long server, long postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /**
     * CPU used up to a moment.
     *
     * @param server seconds of WildFly
     * @param database seconds of PostgreSQL, its ended processes included
     */
    record Reading(double server, double database) {

        Reading since(Reading earlier) {
            return new Reading(server - earlier.server, database - earlier.database);
        }

        double seconds() {
            return server + database;
        }
    }

    Reading read() {
        return new Reading(own(server), database());
    }

    private double database() {
        // What ended children used is their parent's once it has waited for them.
        double sum = own(postmaster) + ticks(stat(postmaster), CHILDREN_TICKS);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            long[] ids = processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return sum
                    + Arrays.stream(ids)
                            .mapToObj(CpuMeter::stat)
                            .filter(stat -> stat.length > 0 && Long.parseLong(stat[PARENT]) == postmaster)
                            .mapToDouble(stat -> ticks(stat, OWN_TICKS))
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double own(long process) {
        return ticks(stat(process), OWN_TICKS);
    }

    private static double ticks(String[] stat, int first) {
        return stat.length == 0 ? 0 : (Long.parseLong(stat[first]) + Long.parseLong(stat[first + 1])) / TICKS;
    }

    /** The fields after the process's name, the state first; none if the process has ended. */
    private static String[] stat(long process) {
        try {
            String text = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
