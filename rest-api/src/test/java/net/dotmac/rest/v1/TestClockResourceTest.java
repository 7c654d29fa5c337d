package net.dotmac.rest.v1;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Properties;
import net.dotmac.rest.v1.TestClockResource.BusinessTime;
import org.junit.jupiter.api.Test;

class TestClockResourceTest {

    private final TestClockResource notEnabled = new TestClockResource();

    @Test
    void whereItIsNotAllowedThereIsNothing() {
        BusinessTime wanted = new BusinessTime(Instant.parse("2027-02-28T12:00:00Z"));
        assertThrows(NotFoundException.class, notEnabled::get);
        assertThrows(NotFoundException.class, () -> notEnabled.set(wanted));
    }

    @Test
    void itIsNotAllowedByWhatTheApplicationBrings() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file =
                TestClockResource.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        assertFalse(defaults.containsKey("dotmac.test-clock.enabled"));
    }
}
