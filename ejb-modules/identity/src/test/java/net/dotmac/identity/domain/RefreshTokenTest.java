package net.dotmac.identity.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final RefreshToken token = RefreshToken.first(UUID.randomUUID(), "hash", NOW);

    @Test
    void isGoodOnce() {
        assertEquals(RefreshToken.Use.GOOD, token.use(NOW));
        assertEquals(RefreshToken.Use.STOLEN, token.use(NOW.plusSeconds(1)));
    }

    @Test
    void expires() {
        assertEquals(RefreshToken.Use.REFUSED, token.use(NOW.plus(RefreshToken.LIFE)));
    }

    @Test
    void itsSuccessorIsOfTheSameFamily() {
        RefreshToken next = token.next("other", NOW);
        assertEquals(token.family(), next.family());
        assertEquals(token.userId(), next.userId());
        assertEquals(RefreshToken.Use.GOOD, next.use(NOW));
    }
}
