package net.dotmac.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationKeysTest {

    private final Map<String, RSAPublicKey> stored = new HashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final VerificationKeys keys = new VerificationKeys(
            () -> {
                reads.incrementAndGet();
                return Map.copyOf(stored);
            },
            nanos::get);

    @BeforeEach
    void aKey() throws Exception {
        stored.put("first", newKey());
    }

    @Test
    void aKnownKeyIsReadOnceInFiveMinutes() {
        assertTrue(keys.find("first").isPresent());
        nanos.addAndGet(VerificationKeys.AGE.toNanos() - 1);
        assertTrue(keys.find("first").isPresent());
        assertEquals(1, reads.get());
    }

    @Test
    void aForgottenKeyLeaves() {
        assertTrue(keys.find("first").isPresent());
        stored.clear();
        nanos.addAndGet(VerificationKeys.AGE.toNanos());
        assertFalse(keys.find("first").isPresent());
    }

    @Test
    void aKeyOfAnotherNodeIsFoundAtOnce() throws Exception {
        assertTrue(keys.find("first").isPresent());
        stored.put("second", newKey());
        nanos.addAndGet(VerificationKeys.PAUSE.toNanos());
        assertTrue(keys.find("second").isPresent());
    }

    @Test
    void inventedIdsReadLittle() {
        for (int i = 0; i < 1_000; i++) {
            assertFalse(keys.find("invented" + i).isPresent());
        }
        assertEquals(1, reads.get());
    }

    private static RSAPublicKey newKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return (RSAPublicKey) generator.generateKeyPair().getPublic();
    }
}
