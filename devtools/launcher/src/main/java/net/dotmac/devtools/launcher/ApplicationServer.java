package net.dotmac.devtools.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A WildFly of one installation: configured by the product's own script, with the EAR deployed, as a child process. */
public final class ApplicationServer implements AutoCloseable {

    /** What WildFly's own start script passes on a modular JDK (bin/common.sh of 39.0.1). */
    private static final List<String> MODULAR_JDK = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Installation installation;
    private final Map<String, String> settings;
    private Process process;

    /** @param settings environment of the server: database address, passwords, master key, features */
    public ApplicationServer(Installation installation, Map<String, String> settings) {
        this.installation = installation;
        this.settings = Map.copyOf(settings);
    }

    /** Copies WildFly's base directory and runs the configuration script on it, unless both were done with this script. */
    public void configure() {
        new ServerConfiguration(installation).make();
    }

    /** Puts the EAR in place; WildFly deploys it when it starts. */
    public void deploy(Path ear) {
        try {
            Path deployments = installation.serverBase().resolve("deployments");
            for (String marker : List.of("deployed", "failed", "undeployed", "isdeploying", "pending")) {
                Files.deleteIfExists(deployments.resolve("dotmac.ear." + marker));
            }
            Path deployed = deployments.resolve("dotmac.ear");
            if (!Files.exists(deployed) || Files.mismatch(deployed, ear) >= 0) {
                Files.copy(ear, deployed, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(deployments.resolve("dotmac.ear.dodeploy"));
        } catch (FileAlreadyExistsException e) {
            throw new LaunchException("Another server is deploying in " + installation.serverBase() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process and returns when the application is ready. */
    public void start() {
        try {
            Files.createDirectories(installation.serverBase().resolve("log"));
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            installation.serverBase().resolve("log/console.log").toFile());
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException e) {
            throw new LaunchException("WildFly could not be started: " + e.getMessage(), e);
        }
        awaitReady();
    }

    private List<String> command() {
        Path home = installation.wildflyHome();
        Ports ports = installation.ports();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-server", "-Xms256m", "-Xmx" + settings.getOrDefault("DOTMAC_HEAP", "1g")));
        command.addAll(
                List.of("-XX:MaxMetaspaceSize=512m", "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true"));
        command.addAll(MODULAR_JDK);
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.add("-Dorg.jboss.boot.log.file=" + installation.serverLog());
        command.add("-Dlogging.configuration="
                + installation
                        .serverBase()
                        .resolve("configuration/logging.properties")
                        .toUri());
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", home.resolve("modules") + File.pathSeparator + installation.serverModules()));
        command.addAll(List.of("org.jboss.as.standalone", "-Djboss.home.dir=" + home));
        command.add("-Djboss.server.base.dir=" + installation.serverBase());
        command.add("-Djboss.node.name=dotmac");
        command.addAll(List.of("-b", "127.0.0.1", "-bmanagement", "127.0.0.1", "-c", "dotmac.xml"));
        command.add("-Djboss.http.port=" + ports.http());
        command.add("-Djboss.management.http.port=" + ports.management());
        command.add("-Ddotmac.trap.address=127.0.0.1");
        command.add("-Ddotmac.trap.port=" + ports.trap());
        return command;
    }

    private void awaitReady() {
        Instant limit = Instant.now().plus(START_LIMIT);
        Path failed = installation.serverBase().resolve("deployments/dotmac.ear.failed");
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new LaunchException("WildFly ended by itself; see " + installation.serverLog());
            }
            if (Files.exists(failed)) {
                throw new LaunchException("The application did not deploy; see " + installation.serverLog());
            }
            if (Instant.now().isAfter(limit)) {
                throw new LaunchException("WildFly was not ready within " + START_LIMIT.toMinutes() + " minutes; see "
                        + installation.serverLog());
            }
            pause();
        }
    }

    /** Whether the application answers its readiness check. */
    public boolean isReady() {
        if (!Files.exists(installation.serverBase().resolve("deployments/dotmac.ear.deployed"))) {
            return false;
        }
        URI health = URI.create("http://127.0.0.1:" + installation.ports().management() + "/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while WildFly started.", e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process at once, as a power cut would: kill -9. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        if (!await(Duration.ofSeconds(60))) {
            kill();
        }
    }

    private boolean await(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of the server's log, for an error message. */
    public String logTail(int lines) {
        try (Stream<String> all = Files.lines(installation.serverLog(), StandardCharsets.UTF_8)) {
            List<String> text = all.toList();
            return String.join("\n", text.subList(Math.max(0, text.size() - lines), text.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
