package net.dotmac.system.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No engine runs the container files here, so what they refer to is looked up: files, services, settings, no secrets. */
@Tag("smoke")
class ContainerFilesTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("dotmac.project", "..")).toAbsolutePath().normalize();

    @Test
    void everythingCopiedIsBuilt() throws IOException {
        List<String> missing = Files.readAllLines(PROJECT.resolve("docker/Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.replaceFirst("^COPY (--\\S+ )*", "").split(" "))
                .flatMap(words -> Stream.of(words).limit(words.length - 1L))
                .filter(source -> !Files.exists(PROJECT.resolve(source)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void servicesAndVolumesAreDefined() throws IOException {
        Map<String, Object> compose = compose();
        Map<String, Map<String, Object>> services = services(compose);
        services.forEach((name, service) -> {
            map(service.get("depends_on")).keySet().forEach(other -> assertTrue(services.containsKey(other), other));
            Object mounts = service.getOrDefault("volumes", List.of());
            for (Object mount : (List<?>) mounts) {
                String source = mount.toString().split(":")[0];
                assertTrue(
                        source.startsWith("./")
                                ? Files.isExecutable(PROJECT.resolve("docker").resolve(source))
                                : map(compose.get("volumes")).containsKey(source),
                        name + " mounts " + source);
            }
        });
    }

    @Test
    void everySettingIsDocumentedAndNoSecretHasADefault() throws IOException {
        String documented = Files.readString(PROJECT.resolve("docs/configuration.md"));
        TreeSet<String> unknown = new TreeSet<>();
        services(compose())
                .forEach((name, service) -> map(service.get("environment")).forEach((setting, value) -> {
                    String property = setting.toLowerCase(Locale.ROOT).replace('_', '.');
                    String known = property.equals("dotmac.master.key") ? "dotmac.master-key" : property;
                    if (setting.startsWith("DOTMAC_")
                            && !documented.contains("`" + known + "`")
                            && !documented.contains("`" + setting + "`")) {
                        unknown.add(setting);
                    }
                    if (setting.endsWith("PASSWORD") || setting.endsWith("KEY")) {
                        assertTrue(value.toString().startsWith("${" + setting + ":?"), name + ": " + setting);
                    }
                }));
        assertEquals(new TreeSet<>(), unknown, "settings that docs/configuration.md does not have");
    }

    private static Map<String, Object> compose() throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(PROJECT.resolve("docker/compose.yaml"))));
    }

    private static Map<String, Map<String, Object>> services(Map<String, Object> compose) {
        return map(compose.get("services")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue())));
    }

    private static Map<String, Object> map(Object yaml) {
        return yaml == null
                ? Map.of()
                : ((Map<?, ?>) yaml)
                        .entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> entry.getKey().toString(),
                                        entry -> entry.getValue() == null ? "" : entry.getValue()));
    }
}
