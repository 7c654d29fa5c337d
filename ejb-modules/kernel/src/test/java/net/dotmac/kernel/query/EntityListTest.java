package net.dotmac.kernel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityListTest {

    private final EntityList<Object> list = new EntityList<>(Object.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("at", "e.at", Instant.class)
            .with("day", "e.day", LocalDate.class)
            .with("count", "e.count", Integer.class)
            .with("size", "e.size", Long.class)
            .with("price", "e.price", BigDecimal.class)
            .with("open", "e.open", Boolean.class)
            .withText("state", "e.state", text -> text.toLowerCase(Locale.ROOT));

    @Test
    void readsEachTypeFromItsText() {
        UUID id = UUID.randomUUID();
        assertEquals(id, list.valueOf("id", id.toString()));
        assertEquals("a%b", list.valueOf("name", "a%b"));
        assertEquals(Instant.parse("2027-03-01T00:00:00Z"), list.valueOf("at", "2027-03-01"));
        assertEquals(Instant.parse("2027-03-01T10:00:00Z"), list.valueOf("at", "2027-03-01T12:00:00+02:00"));
        assertEquals(LocalDate.of(2027, 3, 1), list.valueOf("day", "2027-03-01"));
        assertEquals(LocalDate.of(2027, 3, 1), list.valueOf("day", "2027-03-01T23:00:00+02:00"));
        assertEquals(7, list.valueOf("count", "7"));
        assertEquals(7_000_000_000L, list.valueOf("size", "7000000000"));
        assertEquals(new BigDecimal("1.50"), list.valueOf("price", "1.50"));
        assertEquals(true, list.valueOf("open", "true"));
        assertEquals("active", list.valueOf("state", "Active"));
    }

    @ParameterizedTest
    @CsvSource({
        "id, 42",
        "at, yesterday",
        "at, +999999999-01-01T00:00:00Z",
        "day, 2027-02-30",
        "day, 0000-01-01",
        "count, 1.5",
        "count, 99999999999",
        "price, 12a",
        "price, 1E+999999999",
        "price, 1E-999999999",
        "open, yes"
    })
    void namesTheAttributeWhoseValueIsWrong(String attribute, String text) {
        DomainException problem = assertThrows(DomainException.class, () -> list.valueOf(attribute, text));
        assertEquals(CommonProblem.INVALID_VALUE, problem.problem());
        assertEquals(attribute, problem.attribute());
    }

    @Test
    void refusesAnAttributeItDoesNotKnow() {
        DomainException problem = assertThrows(DomainException.class, () -> list.valueOf("secret", "1"));
        assertEquals(CommonProblem.UNKNOWN_ATTRIBUTE, problem.problem());
    }

    @Property(tries = 500)
    @Tag("property")
    void anyTextIsAValueOrARefusal(@ForAll String text) {
        for (String attribute : new String[] {"id", "at", "day", "count", "size", "price", "open"}) {
            try {
                list.valueOf(attribute, text);
            } catch (DomainException refused) {
                assertEquals(CommonProblem.INVALID_VALUE, refused.problem());
            }
        }
    }
}
