package net.dotmac.kernel.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {"Number,Name\n1,Anna\n", "number;NAME\r\n1;Anna\r\n", "\ufeffnumber,name\n1,Anna"})
    void columnsAreFoundWhateverTheirCaseAndWhatStandsBetween(String text) {
        List<String> names = new ArrayList<>();
        utf8(text).each(row -> names.add(row.line() + " " + row.get("number") + " " + row.get("Name")));
        assertEquals(List.of("2 1 Anna"), names);
    }

    @Test
    void aRowTellsTheLineItBeginsIn() {
        List<Integer> lines = new ArrayList<>();
        utf8("a,b\n1,\"x\ny\"\n\n2,z\n , \n3,w").each(row -> lines.add(row.line()));
        assertEquals(List.of(2, 5, 7), lines);
    }

    @Test
    void aRowKnowsWhetherItIsWhole() {
        List<Boolean> whole = new ArrayList<>();
        utf8("a,b\n1,2\n1\n1,2,3\n").each(row -> whole.add(row.isWhole()));
        assertEquals(List.of(true, false, false), whole);
    }

    @Test
    void windowsFilesAreReadIfTheyAreStatedSo() {
        byte[] file = "name\nMüller €\n".getBytes(WINDOWS);
        List<String> names = new ArrayList<>();
        new CsvTable(file, WINDOWS).each(row -> names.add(row.get("name")));
        assertEquals(List.of("Müller €"), names);
        String message = assertThrows(
                        CsvRefusedException.class, () -> new CsvTable(file, StandardCharsets.UTF_8).each(row -> {}))
                .getMessage();
        assertTrue(message.contains("not in UTF-8"), message);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(CsvRefusedException.class, () -> utf8(""));
        assertThrows(CsvRefusedException.class, () -> utf8("a,,b\n1,2,3\n"));
        assertThrows(CsvRefusedException.class, () -> utf8("a,A\n1,2\n"));
        CsvTable open = utf8("a,b\n1,\"never closed\n");
        assertThrows(CsvRefusedException.class, () -> open.each(row -> {}));
    }

    @Test
    void aColumnThatIsNotThereIsEmpty() {
        CsvTable table = utf8("a\n1\n");
        assertFalse(table.has("b"));
        table.each(row -> assertEquals("", row.get("b")));
    }

    private static CsvTable utf8(String text) {
        return new CsvTable(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
