package net.dotmac.rest.tmf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.dotmac.rest.json.Attributes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares our resources with TM Forum's specifications: addresses, operations, and the name of every attribute at every
 * depth. The specifications aren't ours to publish; where they are absent, the comparison is skipped.
 */
@Tag("contract")
class SpecificationContractTest {

    private static final Path SPECIFICATIONS =
            Path.of(System.getProperty("dotmac.tmf.specs", "../../shared/tmf/specs"));

    private static final Map<String, Class<? extends Annotation>> OPERATIONS =
            Map.of("GET", GET.class, "POST", POST.class, "PATCH", PATCH.class, "DELETE", DELETE.class);

    /** What we add by TMF630 part 15, where the specification has no place for it. */
    private static final Set<String> EXTENSIONS =
            Set.of("BillingAccount.characteristic", "ProductPrice.validFor", "BillRef.name");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "TMF620,ProductSpecification,catalog.SpecificationBody,catalog.ProductSpecificationResource,GET POST PATCH DELETE",
        "TMF620,ProductOffering,catalog.OfferingBody,catalog.ProductOfferingResource,GET POST PATCH DELETE",
        "TMF620,ProductOfferingPrice,catalog.PriceBody,catalog.ProductOfferingPriceResource,GET POST PATCH DELETE",
        "TMF629,Customer,customer.CustomerBody,customer.CustomerResource,GET POST PATCH DELETE",
        "TMF666,BillingAccount,account.BillingAccountBody,account.BillingAccountResource,GET POST PATCH",
        "TMF622,ProductOrder,order.OrderBody,order.ProductOrderResource,GET POST",
        "TMF637,Product,inventory.ProductBody,inventory.ProductResource,GET",
        "TMF678,CustomerBill,bill.CustomerBillBody,bill.CustomerBillResource,GET PATCH",
        "TMF678,AppliedCustomerBillingRate,bill.AppliedRateBody,bill.AppliedRateResource,GET",
    })
    void resourcesAreTheSpecifications(
            String specification, String definition, String body, String resource, String operations) throws Exception {
        JsonNode document = read(specification);
        Class<?> endpoint = Class.forName("net.dotmac.rest." + resource);
        String name = Character.toLowerCase(definition.charAt(0)) + definition.substring(1);
        assertEquals(
                document.path("basePath").asText() + name + "/",
                endpoint.getAnnotation(jakarta.ws.rs.Path.class).value());
        for (String operation : operations.split(" ")) {
            boolean isThere = Arrays.stream(endpoint.getDeclaredMethods())
                    .anyMatch(method -> method.isAnnotationPresent(OPERATIONS.get(operation)));
            assertTrue(isThere, endpoint.getSimpleName() + " has no " + operation);
        }
        Set<String> unknown = new TreeSet<>();
        compare(document, definition, Class.forName("net.dotmac.rest." + body), unknown);
        unknown.removeAll(EXTENSIONS);
        // One record serves all references; its role is written for related parties only.
        unknown.removeIf(attribute -> attribute.matches(".*Ref(OrValue)?\\.role"));
        assertEquals(Set.of(), unknown, "attributes that " + specification + " doesn't know");
    }

    private static void compare(JsonNode document, String definition, Class<?> type, Set<String> unknown) {
        JsonNode properties = document.path("definitions").path(definition).path("properties");
        List<String> names = List.copyOf(Attributes.of(type.asSubclass(Record.class)));
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            JsonNode property = properties.path(names.get(i));
            if (property.isMissingNode()) {
                unknown.add(definition + "." + names.get(i));
                continue;
            }
            Class<?> nested = nested(components[i].getGenericType());
            String reference = property.path("items")
                    .path("$ref")
                    .asText(property.path("$ref").asText());
            if (nested != null && nested.isRecord() && reference.startsWith("#/definitions/")) {
                compare(document, reference.substring("#/definitions/".length()), nested, unknown);
            }
        }
    }

    private static Class<?> nested(Type type) {
        if (type instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return type instanceof Class<?> plain ? plain : null;
    }

    private static JsonNode read(String specification) throws IOException {
        Path file = SPECIFICATIONS.resolve(specification + ".json");
        assumeTrue(Files.exists(file), () -> "skipped: TM Forum's specification is not at " + file.toAbsolutePath());
        return new ObjectMapper().readTree(file.toFile());
    }
}
