package net.dotmac.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class AesGcmSecretsTest {

    private static final String KEY = key(1);
    private static final String OTHER_KEY = key(2);

    private final AesGcmSecrets secrets = new AesGcmSecrets(List.of(KEY));

    @Test
    void whatWasSealedOpensAgain() {
        String sealed = secrets.seal("snmp community ß €", "networking.device:7");
        assertEquals("snmp community ß €", secrets.open(sealed, "networking.device:7"));
        assertFalse(sealed.contains("community"));
        assertTrue(sealed.matches("s1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+"), sealed);
    }

    @Test
    void theSameTextSealsDifferentlyEachTime() {
        assertNotEquals(secrets.seal("a", "p"), secrets.seal("a", "p"));
    }

    @Test
    void anotherPurposeDoesNotOpen() {
        String sealed = secrets.seal("a", "networking.device:7");
        assertThrows(IllegalStateException.class, () -> secrets.open(sealed, "networking.device:8"));
    }

    @Test
    void anAlteredTextDoesNotOpen() {
        String sealed = secrets.seal("a", "p");
        int at = sealed.length() - 2;
        String altered = sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'B' : 'A') + sealed.substring(at + 1);
        assertThrows(IllegalStateException.class, () -> secrets.open(altered, "p"));
        for (String nonsense : List.of("", "s1..", sealed.substring(0, 14), "s1.zz.zz", sealed + "!")) {
            assertThrows(IllegalStateException.class, () -> secrets.open(nonsense, "p"), nonsense);
        }
    }

    @Test
    void aFormerKeyStillOpensButDoesNotSeal() {
        String old = secrets.seal("a", "p");
        AesGcmSecrets renewed = new AesGcmSecrets(List.of(OTHER_KEY, KEY));
        assertEquals("a", renewed.open(old, "p"));
        String fresh = renewed.seal("a", "p");
        assertThrows(IllegalStateException.class, () -> secrets.open(fresh, "p"));
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingQuoted() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        var refused = assertThrows(IllegalStateException.class, () -> new AesGcmSecrets(List.of(shortKey)));
        assertFalse(refused.getMessage().contains(shortKey));
        assertThrows(IllegalStateException.class, () -> new AesGcmSecrets(List.of("no base64 !")));
        assertThrows(IllegalStateException.class, () -> new AesGcmSecrets(List.of()));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
