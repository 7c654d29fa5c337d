package net.dotmac.identity.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final User user = new User("anna", "Anna", null, "hash", NOW);

    @Test
    void fiveWrongPasswordsLockForHalfAnHour() {
        fail(4);
        assertFalse(user.isLocked(NOW));
        fail(1);
        assertTrue(user.isLocked(NOW));
        assertFalse(user.attempt(true, NOW.plus(Duration.ofMinutes(30)).minusMillis(1)));
        assertTrue(user.attempt(true, NOW.plus(Duration.ofMinutes(30))));
        assertNull(user.account().lockedUntil());
    }

    @Test
    void attemptsWhileLockedNeitherCountNorProlong() {
        fail(5);
        Instant end = user.account().lockedUntil();
        for (int i = 0; i < 10; i++) {
            user.attempt(false, NOW.plusSeconds(60));
        }
        assertEquals(end, user.account().lockedUntil());
        assertFalse(user.attempt(false, end));
        assertFalse(user.isLocked(end));
    }

    @Test
    void aRightPasswordForgetsFailures() {
        fail(4);
        assertTrue(user.attempt(true, NOW));
        fail(4);
        assertTrue(user.attempt(true, NOW));
    }

    @Test
    void aDisabledUserStaysOutWhateverHisPassword() {
        user.change("Anna", null, User.DISABLED, List.of());
        assertFalse(user.attempt(true, NOW));
        user.change("Anna", null, User.ACTIVE, List.of("noc"));
        assertTrue(user.attempt(true, NOW));
        assertEquals(List.of("noc"), user.account().roles());
    }

    @Test
    void aNewPasswordEndsTheLock() {
        fail(5);
        user.setPasswordHash("other");
        assertTrue(user.attempt(true, NOW));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertFalse(user.attempt(false, NOW));
        }
    }
}
