package net.dotmac.devtools.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one running system keeps its things.
 *
 * @param project the checkout, built
 * @param var everything that is made at run time
 * @param ports its loopback ports
 */
public record Installation(Path project, Path var, Ports ports) {

    private static final String WILDFLY = "wildfly-39.0.1.Final";

    public Path wildflyHome() {
        return built(project.resolve("wildfly-config/target/" + WILDFLY));
    }

    public Path serverModules() {
        return built(project.resolve("wildfly-config/target/modules"));
    }

    public Path serverScript() {
        return built(project.resolve("wildfly-config/target/cli/standalone.cli"));
    }

    public Path ear() {
        return built(project.resolve("ear/target/dotmac.ear"));
    }

    public Path serverBase() {
        return var.resolve("wildfly");
    }

    public Path serverLog() {
        return serverBase().resolve("log/server.log");
    }

    public Path databaseDirectory() {
        return var.resolve("postgres");
    }

    public Path secretsFile() {
        return var.resolve("secrets.properties");
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new LaunchException(path + " is missing. Build first: make build");
        }
        return path;
    }
}
