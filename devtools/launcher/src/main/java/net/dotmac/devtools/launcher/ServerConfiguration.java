package net.dotmac.devtools.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's own folder of an installation: a copy of the stock one, changed by the product's script. */
final class ServerConfiguration {

    private final Installation installation;

    ServerConfiguration(Installation installation) {
        this.installation = installation;
    }

    /** Copies WildFly's base directory and runs the configuration script on it, unless both were done with this script. */
    void make() {
        try {
            Path base = installation.serverBase();
            Path mark = base.resolve("configured-by.cli");
            Path script = installation.serverScript();
            if (Files.exists(mark) && Files.mismatch(mark, script) < 0) {
                return;
            }
            deleteTree(base);
            copyTree(installation.wildflyHome().resolve("standalone"), base);
            Files.copy(base.resolve("configuration/standalone-full.xml"), base.resolve("configuration/dotmac.xml"));
            runCli(script);
            Files.copy(script, mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runCli(Path script) throws IOException {
        Path home = installation.wildflyHome();
        Path log =
                Files.createDirectories(installation.var().resolve("configure")).resolve("cli.log");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/jboss-cli.sh").toString(), "--file=" + script)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JBOSS_HOME", home.toString());
        builder.environment().put("JBOSS_MODULEPATH", home.resolve("modules") + ":" + installation.serverModules());
        // The stock configuration that is changed here warns of a key it lacks, which is no matter of the server that
        // will run.
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Djboss.server.base.dir=" + installation.serverBase() + " -Djboss.server.log.dir="
                                + installation.var().resolve("configure"));
        Process cli = builder.start();
        try {
            if (!cli.waitFor(3, TimeUnit.MINUTES) || cli.exitValue() != 0) {
                cli.destroyForcibly();
                throw new LaunchException("WildFly could not be configured; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while WildFly was configured.", e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
