package net.dotmac.console.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+43 512 1", "@SUM(A1)", "\t=1", "\r=1", "-cmd|' /C calc'!A0", "=a\nb"})
    void whatASpreadsheetWouldComputeIsText(String cell) {
        assertEquals("'" + cell, ListExport.harmless(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna Berger", "-12,50", "-1’234.50", "0", "a=b"})
    void whatIsHarmlessStaysAsItIs(String cell) {
        assertEquals(cell, ListExport.harmless(cell));
    }
}
