package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.PaymentProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Camt053ParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "06", "08"})
    void readsAStatementOfEachVersion(String version) {
        BankFileStatement statement = parse(new CamtFile()
                        .version(version)
                        .balances("-10.00", "27.40")
                        .paid(
                                "39.90",
                                "2027-05-19",
                                "REF-1",
                                "Anna Müller",
                                "DE89370400440532013000",
                                "INV-00000001 danke")
                        .spent("2.50", "2027-05-20", "REF-2", "Kontoführung"))
                .get(0);
        assertEquals("DE02120300000000202051", statement.account());
        assertEquals("STMT-1", statement.statementRef());
        assertEquals("EUR", statement.currency());
        assertEquals(-1000L, statement.openingMinor());
        assertEquals(2740L, statement.closingMinor());
        BankEntry first = statement.entries().get(0);
        assertEquals(3990, first.amountMinor());
        assertEquals(LocalDate.of(2027, 5, 19), first.bookedOn());
        assertEquals("REF-1", first.bankReference());
        assertEquals("Anna Müller", first.name());
        assertEquals("DE89370400440532013000", first.iban());
        assertEquals("INV-00000001 danke", first.remittance());
        assertFalse(first.isReturn());
        BankEntry fee = statement.entries().get(1);
        assertEquals(-250, fee.amountMinor());
        assertEquals("The bank", fee.name());
        assertFalse(fee.isReturn());
    }

    @Test
    void takesABatchApart() {
        String one = "<TxDtls><Refs><AcctSvcrRef>T1</AcctSvcrRef></Refs><Amt Ccy=\"EUR\">10.00</Amt><RmtInf><Strd>"
                + "<CdtrRefInf><Ref>RF18000000001</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";
        String two = "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">20.00</Amt></TxAmt></AmtDtls></TxDtls>";
        List<BankEntry> entries = parse(new CamtFile()
                        .balances("0.00", "30.00")
                        .raw(CamtFile.entry("30.00", "CRDT", "2027-05-19", "B1", "", one + two)))
                .get(0)
                .entries();
        assertEquals(
                List.of(1000L, 2000L),
                entries.stream().map(BankEntry::amountMinor).toList());
        assertEquals("T1", entries.get(0).bankReference());
        assertEquals("RF18000000001", entries.get(0).structuredReference());
        assertNull(entries.get(1).bankReference());
        assertRefused(
                "the batch's 2 transactions give 30.00 EUR, and the entry is 31.00 EUR",
                new CamtFile().raw(CamtFile.entry("31.00", "CRDT", "2027-05-19", "B1", "", one + two)));
    }

    @Test
    void knowsAReturnWithItsReason() {
        BankEntry entry = parse(new CamtFile()
                        .balances("100.00", "60.10")
                        .returned("E2E-1", "39.90", "2027-05-19", "R", "AC04"))
                .get(0)
                .entries()
                .get(0);
        assertTrue(entry.isReturn());
        assertEquals("AC04", entry.returnReason());
        assertEquals("E2E-1", entry.endToEndId());
        assertEquals("Anna", entry.name());
    }

    @Test
    void passesOverWhatIsOnlyPending() {
        String pending =
                CamtFile.entry("9.00", "CRDT", "2027-05-19", "P", "", "").replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>");
        assertEquals(List.of(), parse(new CamtFile().raw(pending)).get(0).entries());
    }

    @Test
    void namesEveryBadEntry() {
        DomainException refused = assertRefused(
                "statement 1, entry 2: found 12,50, expected an amount.",
                new CamtFile()
                        .paid("1.00", "2027-05-19", "A", "A", "DE1", "")
                        .paid("12,50", "2027-05-19", "B", "B", "DE1", "")
                        .paid("1.00", "19.05.2027", "C", "C", "DE1", "")
                        .paid("1.005", "2027-05-19", "D", "D", "DE1", ""));
        assertTrue(refused.getMessage().contains("entry 3: found 19.05.2027, expected a day"), refused.getMessage());
        assertTrue(
                refused.getMessage().contains("entry 4: found 1.005, which has more decimals"), refused.getMessage());
    }

    @Test
    void refusesAWrongSum() {
        assertRefused(
                "opening balance and entries give 139.90 EUR, and the closing balance is 140.00 EUR",
                new CamtFile().balances("100.00", "140.00").paid("39.90", "2027-05-19", "A", "A", "DE1", ""));
    }

    @Test
    void refusesAnotherCurrency() {
        String dollars =
                CamtFile.entry("5.00", "CRDT", "2027-05-19", "A", "", "").replace("Ccy=\"EUR\"", "Ccy=\"USD\"");
        assertRefused("the amount is in USD and the account in EUR", new CamtFile().raw(dollars));
    }

    @Test
    void refusesADocumentType() {
        assertRefused(
                "document type declaration",
                new CamtFile()
                        .prolog("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                        .paid("1.00", "2027-05-19", "A", "&x;", "DE1", ""));
        assertRefused("", new CamtFile().prolog("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"));
    }

    @Test
    void refusesHalfAFileAndWhatIsNone() {
        byte[] whole =
                new CamtFile().paid("1.00", "2027-05-19", "A", "A", "DE1", "").bytes();
        for (int length : new int[] {1, whole.length / 3, whole.length / 2, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        assertRefused("hello".getBytes(StandardCharsets.UTF_8));
        assertRefused("<Document xmlns=\"urn:other\"/>".getBytes(StandardCharsets.UTF_8));
        assertRefused(("<a>".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
    }

    private static List<BankFileStatement> parse(CamtFile file) {
        return Camt053Parser.parse(file.bytes());
    }

    private static void assertRefused(byte[] file) {
        DomainException refused = assertThrows(DomainException.class, () -> Camt053Parser.parse(file));
        assertEquals(PaymentProblem.FILE_REFUSED, refused.problem());
    }

    private static DomainException assertRefused(String words, CamtFile file) {
        DomainException refused = assertThrows(DomainException.class, () -> parse(file));
        assertEquals(PaymentProblem.FILE_REFUSED, refused.problem());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        return refused;
    }
}
