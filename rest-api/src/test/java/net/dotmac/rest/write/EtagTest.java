package net.dotmac.rest.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

    @Test
    void differsWithWhatIsShown() {
        String etag = etag("{\"a\":1}");
        assertEquals(etag, etag("{ \"a\": 1 }"));
        assertNotEquals(etag, etag("{\"a\":2}"));
        assertTrue(Etag.matches(etag, etag));
        assertTrue(Etag.matches("\"x\", W/" + etag, etag));
        assertTrue(Etag.matches("*", etag));
        assertFalse(Etag.matches("\"x\"", etag));
        assertFalse(Etag.matches(null, etag));
    }

    @Test
    void requestsThatDifferAnywhereHaveDifferentHashes() {
        String hash = hash("POST", "/a", null, "{}");
        assertEquals(hash, hash("POST", "/a", null, "{}"));
        assertNotEquals(hash, hash("PATCH", "/a", null, "{}"));
        assertNotEquals(hash, hash("POST", "/b", null, "{}"));
        assertNotEquals(hash, hash("POST", "/a", "x=1", "{}"));
        assertNotEquals(hash, hash("POST", "/a", null, "{ }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "not-an-id", "../../etc/passwd", "00000000-0000-0000-0000-00000000000g"})
    void whatCannotBeAnIdIsNotThere(String text) {
        assertThrows(DomainException.class, () -> PathId.of("user", text));
        assertThrows(DomainException.class, () -> PathId.inBody("customer.id", text));
    }

    @Test
    void anIdIsRead() {
        UUID id = UUID.randomUUID();
        assertEquals(id, PathId.of("user", id.toString()));
    }

    private static String etag(String json) {
        return Etag.of(Json.tree(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(String method, String path, String query, String body) {
        return RequestHash.of(method, path, query, body.getBytes(StandardCharsets.UTF_8));
    }
}
