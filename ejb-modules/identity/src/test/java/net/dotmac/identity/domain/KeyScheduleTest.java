package net.dotmac.identity.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dotmac.identity.domain.KeySchedule.Span;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

    private static final Instant START = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void theFirstKeyIsUsedAtOnce() {
        assertEquals(Optional.of(new Span(START, START.plus(KeySchedule.USE))), KeySchedule.missing(List.of(), START));
    }

    @Test
    void theNextKeyIsPublishedBeforeItSigns() {
        Span first = new Span(START, START.plus(KeySchedule.USE));
        Instant lead = first.until().minus(KeySchedule.LEAD);
        assertEquals(Optional.empty(), KeySchedule.missing(List.of(first), lead.minusSeconds(1)));
        Span next = KeySchedule.missing(List.of(first), lead).orElseThrow();
        assertEquals(first.until(), next.from());
        assertFalse(KeySchedule.signs(next, lead));
        assertTrue(KeySchedule.isPublished(next, lead));
        assertEquals(Optional.empty(), KeySchedule.missing(List.of(first, next), lead));
    }

    @Test
    void anOldKeyVerifiesUntilItsTokensExpired() {
        Span first = new Span(START, START.plus(KeySchedule.USE));
        assertFalse(KeySchedule.signs(first, first.until()));
        assertTrue(KeySchedule.isPublished(first, first.until().plus(Duration.ofMinutes(11))));
        assertFalse(KeySchedule.isPublished(first, first.until().plus(KeySchedule.TAIL)));
    }

    @Test
    void afterALongSleepThereIsAKeyAtOnce() {
        Span first = new Span(START, START.plus(KeySchedule.USE));
        Instant later = first.until().plus(Duration.ofDays(90));
        assertEquals(
                later, KeySchedule.missing(List.of(first), later).orElseThrow().from());
    }

    @Test
    void throughAYearExactlyOneKeySignsAtAnyTime() {
        List<Span> keys = new ArrayList<>();
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(365))); now = now.plus(Duration.ofHours(7))) {
            KeySchedule.missing(keys, now).ifPresent(keys::add);
            Instant moment = now;
            assertEquals(
                    1,
                    keys.stream().filter(key -> KeySchedule.signs(key, moment)).count(),
                    now.toString());
        }
        assertEquals(13, keys.size());
    }
}
