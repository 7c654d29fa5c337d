package net.dotmac.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpTargetTest {

    private static final SnmpCredentials PUBLIC = new SnmpCredentials.Community("s3cret-word");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.255.0.9", "2001:db8::1", "::1"})
    void takesNumericAddresses(String host) {
        assertEquals(host, SnmpTarget.of(host, 161, SnmpVersion.V2C, PUBLIC).host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "fade", "1.2.3", "1.2.3.4.5", "256.1.1.1", "router.example.net", "", ":", "1.2.3.4 "
            })
    void refusesWhatWouldNeedALookup(String host) {
        assertThrows(IllegalArgumentException.class, () -> SnmpTarget.of(host, 161, SnmpVersion.V2C, PUBLIC));
    }

    @Test
    void showsNoSecret() {
        SnmpCredentials user = new SnmpCredentials.User(
                "ops", AuthProtocol.SHA256, "authpass-hidden", PrivProtocol.AES128, "privpass-hidden");
        assertFalse(SnmpTarget.of("10.0.0.1", 161, SnmpVersion.V2C, PUBLIC)
                .toString()
                .contains("s3cret"));
        assertFalse(
                SnmpTarget.of("10.0.0.1", 161, SnmpVersion.V3, user).toString().contains("hidden"));
    }

    @Test
    void fitsVersionAndCredentials() {
        assertThrows(IllegalArgumentException.class, () -> SnmpTarget.of("10.0.0.1", 161, SnmpVersion.V3, PUBLIC));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SnmpCredentials.User("u", AuthProtocol.NONE, null, PrivProtocol.AES128, "longenough"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SnmpCredentials.User("u", AuthProtocol.MD5, "short", PrivProtocol.NONE, null));
    }

    @Test
    void readsDeviceTextWithoutControlCharacters() {
        byte[] hostile = "core\u0000\u001b[31m<script>\u202e".getBytes(StandardCharsets.UTF_8);
        assertEquals("core  [31m<script>", new SnmpValue.Octets(hostile).text(100));
        assertEquals("Zürich", new SnmpValue.Octets("Zürich".getBytes(StandardCharsets.ISO_8859_1)).text(100));
        assertEquals("Zür", new SnmpValue.Octets("Zürich".getBytes(StandardCharsets.UTF_8)).text(3));
    }
}
