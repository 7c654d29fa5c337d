package net.dotmac.system.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.Management;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and metrics on the management interface. */
@Tag("behavior")
class OperationsTest {

    private static SystemUnderTest system;

    @BeforeAll
    static void start() {
        system = SystemUnderTest.get();
    }

    @ParameterizedTest
    @CsvSource({"live, threads", "ready, database migrations poller broker mail", "started, migrations"})
    void healthIsToldWithItsData(String what, String names) {
        Answer answer = management("/health/" + what);
        assertEquals(200, answer.status(), answer.toString());
        Map<String, JsonObject> checks = answer.object().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(each -> each.getString("name"), each -> each, (one, two) -> one));
        assertTrue(
                checks.keySet().containsAll(Set.of(names.split(" "))),
                checks.keySet().toString());
        for (String name : names.split(" ")) {
            assertEquals("UP", checks.get(name).getString("status"));
            assertTrue(checks.get(name).containsKey("data"), name + " tells no data");
        }
    }

    @Test
    void requestsAreCountedByStatus() {
        RestClient client = system.client(DemoTenant.ALPENNETZ);
        client.get("/tmf-api/customerManagement/v4/customer/none");
        double before = metric("dotmac_rest_requests_total{status=\"404\"");
        client.get("/tmf-api/customerManagement/v4/customer/none");
        assertEquals(before + 1, metric("dotmac_rest_requests_total{status=\"404\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dotmac_billing_documents_total",
                "dotmac_billing_exceptions_total",
                "dotmac_billing_documents_per_second",
                "dotmac_outbox_waiting",
                "dotmac_outbox_age_seconds",
                "dotmac_devices{status=\"up\"",
                "dotmac_devices{status=\"down\"",
                "dotmac_alarms_open",
                "dotmac_polls_total",
                "dotmac_poll_failures_total",
                "dotmac_poller_turn_age_seconds",
                "dotmac_mails_waiting",
                "dotmac_mails_oldest_age_seconds",
                "dotmac_mails_sent_total",
                "dotmac_mails_failed_total",
                "dotmac_mails_given_up_total"
            })
    void metricsHaveBusinessMeaning(String name) {
        assertTrue(metric(name) >= 0, name);
    }

    @Test
    void theOutboxIsRelayedAndConsumersFollow() throws InterruptedException {
        Instant limit = Instant.now().plusSeconds(40);
        List<String> names = List.of("dotmac_consumer_lag{consumer=\"");
        while (metric(names.get(0)) != 0 && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertEquals(0, metric(names.get(0)), "events that no consumer has handled");
    }

    private static double metric(String series) {
        return new Management(system.system()).metric(series);
    }

    private static Answer management(String path) {
        return new Management(system.system()).get(path);
    }
}
