package net.dotmac.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is served to anybody, knows every address there is, and its errors are those that come. */
@Tag("contract")
class OpenApiTest {

    private static final Map<Class<? extends Annotation>, String> METHODS = Map.of(
            GET.class, "get", POST.class, "post", PUT.class, "put", PATCH.class, "patch", DELETE.class, "delete");

    private static SystemUnderTest system;
    private static JsonObject document;

    @BeforeAll
    static void read() {
        system = SystemUnderTest.get();
        Answer answer = RestClient.withToken(system.system(), null).get("/openapi?format=JSON");
        assertEquals(200, answer.status(), answer.toString());
        document = answer.object();
    }

    @Test
    void everyMethodOfEveryResourceIsThere() {
        Set<String> described = new TreeSet<>();
        document.getJsonObject("paths")
                .forEach((path, item) ->
                        item.asJsonObject().keySet().forEach(method -> described.add(method + " " + path)));
        Set<String> existing = existing();
        assertTrue(existing.size() > 60, existing.toString());
        Set<String> missing = new TreeSet<>(existing);
        missing.removeAll(described);
        assertEquals(Set.of(), missing, "not described");
    }

    private static Set<String> existing() {
        Set<String> existing = new TreeSet<>();
        java.nio.file.Path classes = system.system().installation().project().resolve("rest-api/target/classes");
        for (JavaClass resource : new ClassFileImporter().importPath(classes)) {
            if (resource.isAnnotatedWith(Path.class)) {
                String root = resource.getAnnotationOfType(Path.class).value();
                for (JavaMethod method : resource.getMethods()) {
                    METHODS.forEach((annotation, name) -> {
                        if (method.isAnnotatedWith(annotation)) {
                            existing.add(name + " " + joined(root, method));
                        }
                    });
                }
            }
        }
        return existing;
    }

    private static String joined(String root, JavaMethod method) {
        String sub = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = ("/" + root + "/" + sub).replaceAll("/+", "/").replaceAll("\\{(\\w+) *:[^}]*}", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Test
    void itSaysHowToProveOneselfAndHowPagesAndErrorsLook() {
        assertNotNull(document.getJsonObject("components")
                .getJsonObject("securitySchemes")
                .getJsonObject("token"));
        String description = document.getJsonObject("info").getString("description");
        for (String word :
                Set.of("Authorization: Bearer", "X-Total-Count", "Idempotency-Key", "application/problem+json")) {
            assertTrue(description.contains(word), word);
        }
    }

    @Test
    void errorsHaveWhatTheirSchemasRequire() {
        RestClient client = system.client(DemoTenant.ALPENNETZ);
        assertConforms("Error", client.get("/tmf-api/customerManagement/v4/customer/none"));
        assertConforms("Problem", client.get("/api/v1/payments/none"));
        assertConforms("Problem", RestClient.withToken(system.system(), "none").get("/api/v1/payments"));
    }

    private static void assertConforms(String name, Answer error) {
        JsonObject schema =
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
        JsonObject body = error.object();
        schema.getJsonArray("required")
                .forEach(required -> assertTrue(
                        body.containsKey(((jakarta.json.JsonString) required).getString()), required + " in " + error));
        body.forEach((attribute, value) -> {
            JsonObject property = schema.getJsonObject("properties").getJsonObject(attribute);
            assertNotNull(property, attribute + " is not in the schema " + name);
            boolean isNumber = value.getValueType() == JsonValue.ValueType.NUMBER;
            assertEquals(
                    isNumber ? "\"integer\"" : "\"string\"",
                    property.get("type").toString(),
                    attribute);
        });
    }
}
