package net.dotmac.kernel.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyRowsTest {

    private final CopyRows rows = new CopyRows();

    @Test
    void valuesArePartedByTabsAndRowsByLineFeeds() {
        UUID id = new UUID(1, 2);
        rows.add(id, 5L, null, new BigDecimal("1E+3"), LocalDate.of(2027, 5, 1), true);
        rows.add("x");
        assertEquals(id + "\t5\t\\N\t1000\t2027-05-01\ttrue\nx\n", rows.toString());
        assertEquals(2, rows.size());
    }

    @Test
    void whatWouldEndAColumnOrARowIsEscaped() {
        rows.add("a\tb\nc\rd\\e\0f", "\\N");
        assertEquals("a\\tb\\nc\\rd\\\\ef\t\\\\N\n", rows.toString());
    }

    @Test
    void anyLetterArrivesAsUtf8() throws IOException {
        rows.add("Fibre – Müller\t漢字 😀");
        assertEquals("Fibre – Müller\\t漢字 😀\n", new String(rows.stream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void thereIsRoomForManyRows() {
        String text = "ü".repeat(1_000);
        for (int i = 0; i < 200; i++) {
            rows.add(text);
        }
        assertEquals((text + "\n").repeat(200), rows.toString());
    }
}
