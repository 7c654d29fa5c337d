package net.dotmac.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Commands that start a main class of ours in a process of its own, so that its CPU is nobody else's. */
final class ChildJvm {

    private ChildJvm() {}

    static List<String> command(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
