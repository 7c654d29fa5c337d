package net.dotmac.system.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher's commands as {@code make} gives them, over one folder and its ports. */
final class CommandLine {

    /** A machine that builds and tests elsewhere at the same time is many times slower than a quiet one. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path project;
    private final Path var;
    private final Map<String, String> settings;

    CommandLine(Path project, Path var, Map<String, String> settings) {
        this.project = project;
        this.var = var;
        this.settings = settings;
    }

    /** A command that was started, and the file its words go to. */
    record Started(Process process, Path words) {

        String text() throws IOException {
            return Files.readString(words, StandardCharsets.UTF_8);
        }

        /** Waits until it has said this. */
        void awaitWords(String expected) throws IOException, InterruptedException {
            Instant limit = Instant.now().plus(LIMIT);
            while (!text().contains(expected)) {
                assertTrue(process.isAlive() && Instant.now().isBefore(limit), "not said: " + expected + "\n" + text());
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        int awaitEnd() throws InterruptedException {
            assertTrue(process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS), "it does not end");
            return process.exitValue();
        }
    }

    Started start(String command) throws IOException {
        Path target = project.resolve("devtools/launcher/target");
        Path words = Files.createTempFile(Files.createDirectories(var), command + "-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        target.resolve("launcher.jar") + File.pathSeparator + target.resolve("lib") + "/*",
                        "net.dotmac.devtools.launcher.Launcher",
                        command))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("DOTMAC_VAR", var.toString());
        return new Started(builder.start(), words);
    }

    /** Runs a command that ends by itself. */
    Started run(String command) throws IOException, InterruptedException {
        Started started = start(command);
        started.awaitEnd();
        return started;
    }

    /** Processes whose command line names the folder: launcher, server and database of this installation. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(CommandLine::commandLine)
                .filter(line -> line.contains(var.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
