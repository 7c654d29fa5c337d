package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.DirectDebitPlan;
import net.dotmac.payments.MandateData;
import net.dotmac.payments.SepaSettings;
import org.junit.jupiter.api.Test;

/** What goes to the bank is valid by its schema, and says what the scheme wants to know. */
class Pain008WriterTest {

    private static final String COMMERZ = "DE89370400440532013000";
    private static final String COMMERZ_TOO = "DE35370400440532013002";
    private static final String AUSTRIAN = "AT611904300234573201";
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

    private final DirectDebitBatch batch = as(() -> new DirectDebitBatch(
            DAY,
            new SepaSettings(
                    "DE98ZZZ09999999999", "Alpen & Netz", "Köln", "DE", "DE02120300000000202051", null, 14, false),
            Instant.parse("2027-05-10T09:30:15.123Z")));
    private final List<DirectDebit> debits = new ArrayList<>();

    @Test
    void groupsOfAllKindsAreValid() throws Exception {
        add(mandate("CORE", "RCUR", debtor("Jürgen <Groß>", "Hauptstr.", "1a", COMMERZ, "COBADEFFXXX")), 1);
        add(mandate("CORE", "RCUR", debtor("Ana", "Rua da Prata 80", null, AUSTRIAN, null)), 99_999_999_999L);
        add(mandate("CORE", "OOFF", debtor("Once", null, null, COMMERZ, null)), 3990);
        add(mandate("B2B", "RCUR", debtor("Firm", null, null, COMMERZ, null)), 12_345);
        String file = written();
        assertTrue(file.contains("<GrpHdr><MsgId>" + batch.messageId() + "</MsgId>"
                + "<CreDtTm>2027-05-10T09:30:15Z</CreDtTm><NbOfTxs>4</NbOfTxs><CtrlSum>1000000163.35</CtrlSum>"));
        assertEquals(3, file.split("<PmtInf>").length - 1);
        assertTrue(file.contains("<NbOfTxs>2</NbOfTxs><CtrlSum>1000000000.00</CtrlSum>"));
        assertTrue(file.contains("<Cd>B2B</Cd>") && file.contains("<SeqTp>OOFF</SeqTp>"));
        assertTrue(file.contains("<Nm>Juergen .Gross.</Nm><PstlAdr><StrtNm>Hauptstr.</StrtNm><BldgNb>1a</BldgNb>"
                + "<PstCd>50667</PstCd><TwnNm>Koeln</TwnNm><Ctry>DE</Ctry></PstlAdr>"));
        assertTrue(file.contains("<TwnNm>Koeln</TwnNm><Ctry>DE</Ctry><AdrLine>Rua da Prata 80</AdrLine></PstlAdr>"));
        assertTrue(file.contains("<InstdAmt Ccy=\"EUR\">0.01</InstdAmt>"));
        assertTrue(file.contains("<ReqdColltnDt>2027-06-01</ReqdColltnDt>"));
        assertFalse(file.contains("AmdmntInd"));
    }

    @Test
    void anotherAccountIsToldWithTheFirstCollectionAfterwards() throws Exception {
        Mandate mandate = mandate("CORE", "RCUR", debtor("Anna", null, null, COMMERZ, null));
        mandate.amend(debtor("Anna", null, null, COMMERZ_TOO, null));
        add(mandate, 100);
        mandate.collected(DAY.minusMonths(1));
        mandate.amend(debtor("Anna", null, null, COMMERZ, null));
        add(mandate, 200);
        mandate.amend(debtor("Anna", null, null, AUSTRIAN, null));
        add(mandate, 300);
        String[] parts = written().split("<DrctDbtTxInf>");
        assertFalse(parts[1].contains("Amdmnt"), "nobody knew the account before");
        assertTrue(parts[2].contains("<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlDbtrAcct><Id><IBAN>" + COMMERZ_TOO
                + "</IBAN></Id></OrgnlDbtrAcct></AmdmntInfDtls>"));
        assertTrue(parts[3].contains("<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>"));
        mandate.told(COMMERZ_TOO);
        add(mandate, 400);
        assertFalse(written().split("<DrctDbtTxInf>")[4].contains("Amdmnt"));
    }

    @Test
    void theSameBatchIsTheSameFile() {
        add(mandate("CORE", "RCUR", debtor("Anna", null, null, COMMERZ, null)), 100);
        assertArrayEquals(Pain008Writer.write(batch, debits), Pain008Writer.write(batch, debits));
    }

    private String written() throws Exception {
        byte[] file = Pain008Writer.write(batch, debits);
        SepaSchemas.requireValid("pain.008.001.08", file);
        return new String(file, StandardCharsets.UTF_8);
    }

    private void add(Mandate mandate, long minor) {
        debits.add(new DirectDebit(
                batch,
                new DirectDebitPlan.Line(
                        mandate.billingAccountId(), mandate.id(), mandate.reference(), Ids.next(), "R-1", minor, 1),
                mandate));
    }

    private static Mandate mandate(String scheme, String sequence, Debtor debtor) {
        return as(() -> new Mandate(
                new MandateData(UUID.randomUUID(), "M-1", scheme, sequence, LocalDate.of(2027, 1, 5), debtor),
                Instant.EPOCH));
    }

    private static Debtor debtor(String name, String street, String building, String iban, String bic) {
        return new Debtor(name, street, building, "50667", "Köln", "DE", iban, bic);
    }

    private static <T> T as(Supplier<T> work) {
        try (CallContext.Scope scope =
                CallContext.system("test", new UUID(0, 1)).bind()) {
            return work.get();
        }
    }
}
