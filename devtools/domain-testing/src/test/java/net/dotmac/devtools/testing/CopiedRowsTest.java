package net.dotmac.devtools.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.DatabaseException;
import org.junit.jupiter.api.Test;

/** What is sent in binary arrives as it was. */
class CopiedRowsTest {

    private static final DomainServer SERVER = new DomainServer();

    private final CopyRows rows = new CopyRows();

    @Test
    void valuesOfEveryTypeArriveAsTheyWereSent() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        rows.add(id, "Fibre – Müller\t漢字 😀\n\\N", Long.MIN_VALUE, -7, LocalDate.of(1969, 2, 28), true, "EUR");
        rows.add(new UUID(-1, -1), "a\0b", Long.MAX_VALUE, Integer.MAX_VALUE, LocalDate.of(2400, 2, 29), false, "NZD");
        rows.add(null, "", null, null, null, null, null);
        assertEquals(3, rows.size());
        assertEquals(
                List.of(
                        id + "|Fibre – Müller\t漢字 😀\n\\N|-9223372036854775808|-7|1969-02-28|true|EUR",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff|ab|9223372036854775807|2147483647|2400-02-29|false|NZD",
                        "null||null|null|null|null|null"),
                sent("id uuid, words text, amount bigint, number integer, day date, flag boolean, currency char(3)"));
    }

    @Test
    void decimalsKeepEveryDigit() {
        List<BigDecimal> decimals = List.of(
                new BigDecimal("0"),
                new BigDecimal("0.00"),
                new BigDecimal("-0.00000001"),
                new BigDecimal("19.90"),
                new BigDecimal("10000"),
                new BigDecimal("1E+3"),
                new BigDecimal("99999999999999999999.99999999"),
                new BigDecimal("-12345678901234567890.10203040"),
                new BigDecimal("0.1234567891234567891234567891"));
        decimals.forEach(rows::add);
        assertEquals(decimals.stream().map(decimal -> decimal.toPlainString()).toList(), sent("amount numeric"));
    }

    @Test
    void thereIsRoomForManyRows() {
        String text = "ü".repeat(1_000) + "x".repeat(3_000);
        for (int i = 0; i < 200; i++) {
            rows.add(text);
        }
        List<String> arrived = sent("words text");
        assertEquals(200, arrived.size());
        assertEquals(List.of(text), arrived.stream().distinct().toList());
    }

    @Test
    void aValueOfAnotherTypeThanItsColumnIsRefused() {
        rows.add(5);
        assertThrows(DatabaseException.class, () -> sent("amount bigint"));
        assertThrows(IllegalArgumentException.class, () -> rows.add(5.0));
    }

    private List<String> sent(String columns) {
        Database database = SERVER.get(Database.class);
        return SERVER.call(Ids.next(), () -> {
            database.update("create temporary table copied_rows (" + columns + ") on commit drop");
            database.copy("copied_rows", rows);
            int count = columns.split(",").length;
            return database.list("select * from copied_rows", row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= count; i++) {
                    Object value = row.getObject(i);
                    line.append(i == 1 ? "" : "|")
                            .append(value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
                }
                return line.toString();
            });
        });
    }
}
