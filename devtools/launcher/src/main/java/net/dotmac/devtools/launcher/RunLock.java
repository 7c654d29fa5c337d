package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Says that one launcher owns an installation. The operating system frees it when the process ends, however it ends; the
 * pid beside it is for {@code make stop}.
 */
final class RunLock {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    /** Held for the life of the process: a channel that nobody refers to is closed by the garbage collector. */
    private static FileLock held;

    private final Path lock;
    private final Path pid;
    private final Path var;

    RunLock(Installation installation) {
        this.var = installation.var();
        this.lock = var.resolve("launcher.lock");
        this.pid = var.resolve("launcher.pid");
    }

    /**
     * Takes it for the life of this process, and ends what a killed launcher left running.
     *
     * @throws LaunchException if another launcher has it, which may still be stopping
     */
    void take() {
        try {
            Files.createDirectories(var);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw new LaunchException("DotMac runs here already, or is still stopping (process "
                        + holder().map(ProcessHandle::pid).map(String::valueOf).orElse("unknown")
                        + "). Stop it with make stop, then start again.");
            }
            endOrphans();
            Files.writeString(pid, String.valueOf(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new LaunchException("Nothing can be written to " + var + ": " + e.getMessage(), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Ends the launcher that runs here and what killed ones left. @return whether there was anything */
    boolean stop() {
        Optional<ProcessHandle> process = holder();
        process.ifPresent(RunLock::end);
        boolean orphans = endOrphans();
        try {
            Files.deleteIfExists(pid);
        } catch (IOException e) {
            throw new LaunchException(pid + " could not be deleted: " + e.getMessage(), e);
        }
        return process.isPresent() || orphans;
    }

    private Optional<ProcessHandle> holder() {
        try {
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(process -> commandLine(process).contains("launcher"))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** WildFly and PostgreSQL name their own folders of this installation when they are started; nobody else does. */
    private boolean endOrphans() {
        boolean any = false;
        for (String mark : List.of(
                "-Djboss.server.base.dir=" + var.resolve("wildfly"),
                var.resolve("postgres").toString())) {
            List<ProcessHandle> left = ProcessHandle.allProcesses()
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .filter(process -> isServer(process, mark))
                    .toList();
            left.forEach(RunLock::end);
            any |= !left.isEmpty();
        }
        return any;
    }

    private static boolean isServer(ProcessHandle process, String mark) {
        String command = process.info().command().orElse("");
        return (command.endsWith("/java") || command.endsWith("/postgres"))
                && List.of(commandLine(process).split("[\\s\\x00]")).contains(mark);
    }

    /** From /proc where there is one: the JDK leaves out what is longer than a page. */
    private static String commandLine(ProcessHandle process) {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.UTF_8)
                    : process.info().commandLine().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new LaunchException("Process " + process.pid() + " could not be stopped.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while process " + process.pid() + " stopped.", e);
        }
    }
}
