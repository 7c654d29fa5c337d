package net.dotmac.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void isArgon2idWithItsParametersInside() {
        String hash = PasswordHash.of("correct horse battery");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(PasswordHash.matches("correct horse battery", hash));
        assertFalse(PasswordHash.matches("correct horse batterz", hash));
        assertFalse(PasswordHash.matches(null, hash));
        assertFalse(PasswordHash.matches("x".repeat(100_000), hash));
        assertNotEquals(hash, PasswordHash.of("correct horse battery"));
        PasswordHash.matchesNobody("anything at all");
    }

    @Test
    void shortAndEndlessPasswordsAreRefused() {
        for (String password : new String[] {null, "", "123456789", "x".repeat(201)}) {
            assertThrows(DomainException.class, () -> PasswordHash.of(password));
        }
    }

    @Test
    void randomSecretsMatchTheirHashOnly() {
        String secret = RandomSecret.next();
        assertEquals(43, secret.length());
        assertTrue(RandomSecret.matches(secret, RandomSecret.hash(secret)));
        assertFalse(RandomSecret.matches(secret + "x", RandomSecret.hash(secret)));
    }

    @Test
    void nobodyGrantsWhatHeLacks() {
        var caller = new CallContext(UUID.randomUUID(), "user:anna", Set.of("invoice.read", "user.write"), "c");
        caller.run(() -> {
            Permissions.requireGrantable(List.of("invoice.read"));
            var refused = assertThrows(
                    DomainException.class,
                    () -> Permissions.requireGrantable(List.of("invoice.read", "payment.write")));
            assertEquals(IdentityProblem.BEYOND_OWN_PERMISSIONS, refused.problem());
            assertThrows(DomainException.class, () -> Permissions.requireGrantable(List.of("*")));
            assertThrows(DomainException.class, () -> Permissions.requireGrantable(null));
        });
    }
}
