package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;

class CsvStatementParserTest {

    private static final String GERMAN =
            """
            "Umsätze Girokonto";"DE02120300000000202051"

            "Auftragskonto";"Buchungstag";"Valutadatum";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"Betrag";"Waehrung"
            "DE02120300000000202051";"19.05.27";"19.05.27";"Rechnung INV-00000007
            danke";"Müller, Anna";"DE89370400440532013000";"1.039,90";"EUR"
            "DE02120300000000202051";"20.05.27";"20.05.27";"Entgelt";"";"";"-2,50";"EUR"
            """;

    @Test
    void readsAGermanExportInEitherCharset() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            BankFileStatement statement = CsvStatementParser.parse(GERMAN.getBytes(charset), CsvLayout.recognised())
                    .get(0);
            assertEquals("DE02120300000000202051", statement.account());
            BankEntry entry = statement.entries().get(0);
            assertEquals(103_990, entry.amountMinor());
            assertEquals("Müller, Anna", entry.name());
            assertEquals(LocalDate.of(2027, 5, 19), entry.bookedOn());
            assertEquals("DE89370400440532013000", entry.iban());
            assertEquals(-250, statement.entries().get(1).amountMinor());
            assertEquals(LocalDate.of(2027, 5, 20), statement.toOn());
        }
    }

    @Test
    void readsAnEnglishExport() {
        List<BankEntry> entries = entries(
                "Date,Description,Amount,Payer\n2027-05-19,\"Invoice, INV-1\",\"1,234.50\",Bob\n2027-05-20,Fee,-3,\n",
                layout(Map.of()));
        assertEquals(
                List.of(123_450L, -300L),
                entries.stream().map(BankEntry::amountMinor).toList());
        assertEquals("Invoice, INV-1", entries.get(0).remittance());
        assertEquals("Bob", entries.get(0).name());
    }

    @Test
    void takesTheSendersHeadersAndADebitColumn() {
        List<BankEntry> entries = entries(
                "When;What;How much;Which way\n19.05.2027;Rent;5,00;D\n20.05.2027;Back;7;C\n",
                layout(Map.of("bookedOn", "When", "amount", "How much", "remittance", "what", "side", "Which way")));
        assertEquals(
                List.of(-500L, 700L),
                entries.stream().map(BankEntry::amountMinor).toList());
        assertEquals("Rent", entries.get(0).remittance());
    }

    @Test
    void namesEveryBadLine() {
        DomainException refused = refused(
                "Date;Description;Amount\n19.05.2027;\"over\ntwo lines\";1,00\n32.05.2027;x;1,00\n\n19.05.2027;x;abc\n",
                layout(Map.of()));
        assertTrue(refused.getMessage().contains("line 4: found 32.05.2027, expected a day"), refused.getMessage());
        assertTrue(refused.getMessage().contains("line 6: found abc, expected an amount"), refused.getMessage());
    }

    @Test
    void refusesWhatCouldMeanTwoThings() {
        assertTrue(refused("Date;Amount\n03/04/2027;1,00\n", layout(Map.of()))
                .getMessage()
                .contains("day/month and as month/day"));
        assertTrue(refused("Date;Amount\n2027-04-03;1,00\n2027-04-03;1.00\n", layout(Map.of()))
                .getMessage()
                .contains("decimal comma"));
        assertTrue(refused("Date;Amount\n2027-04-03;1,00\n", CsvLayout.recognised())
                .getMessage()
                .contains("expected a currency"));
        assertTrue(refused("Tag;Summe\n2027-04-03;1,00\n", layout(Map.of()))
                .getMessage()
                .contains("headers"));
        assertThrows(DomainException.class, () -> layout(Map.of("colour", "blue")));
        refused("", layout(Map.of()));
        refused("Date;Amount\n2027-04-03;\"1,00", layout(Map.of()));
    }

    @Test
    void twoAlikeAreTwoInEveryFile() {
        String row = "2027-04-03;1,00;same\n";
        List<String> both = MarkPolicy.marks(entries("Date;Amount;Purpose\n" + row + row, layout(Map.of())));
        List<String> one = MarkPolicy.marks(entries("Date;Amount;Purpose\n" + row, layout(Map.of())));
        assertEquals(2, both.stream().distinct().count());
        assertEquals(one.get(0), both.get(0));
    }

    private static CsvLayout layout(Map<String, String> columns) {
        return new CsvLayout("DE02120300000000202051", "EUR", null, columns);
    }

    private static List<BankEntry> entries(String text, CsvLayout layout) {
        return CsvStatementParser.parse(text.getBytes(StandardCharsets.UTF_8), layout)
                .get(0)
                .entries();
    }

    private static DomainException refused(String text, CsvLayout layout) {
        return assertThrows(DomainException.class, () -> entries(text, layout));
    }
}
