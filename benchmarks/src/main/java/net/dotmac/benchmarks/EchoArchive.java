package net.dotmac.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The echo as a web archive, put into a running server's deployments. */
final class EchoArchive {

    static final String PATH = "/bench-echo/echo?text=hello";

    private static final String NAME = "bench-echo.war";
    /** By name: this process does not have the libraries they need. */
    private static final List<String> CLASSES = List.of("EchoApplication", "EchoResource", "EchoResource$Echo");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private EchoArchive() {}

    static void deploy(Path serverBase) {
        Path deployments = serverBase.resolve("deployments");
        try {
            write(deployments.resolve(NAME));
            Files.createFile(deployments.resolve(NAME + ".dodeploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(NAME + " is deployed", LIMIT, Duration.ofMillis(200), () -> {
            if (Files.exists(deployments.resolve(NAME + ".failed"))) {
                throw new IllegalStateException(Files.readString(deployments.resolve(NAME + ".failed")));
            }
            return Files.exists(deployments.resolve(NAME + ".deployed"));
        });
    }

    private static void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : CLASSES) {
                add(zip, name);
            }
            // A second archive must name its security domain: without, it races the application's for one set-up.
            entry(
                    zip,
                    "WEB-INF/jboss-web.xml",
                    """
                    <jboss-web>
                      <context-root>/bench-echo</context-root>
                      <security-domain>other</security-domain>
                    </jboss-web>
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name) throws IOException {
        String resource = "net/dotmac/benchmarks/echo/" + name + ".class";
        try (InputStream in = EchoArchive.class.getClassLoader().getResourceAsStream(resource)) {
            entry(zip, "WEB-INF/classes/" + resource, in.readAllBytes());
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
