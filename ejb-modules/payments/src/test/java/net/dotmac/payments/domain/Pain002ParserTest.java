package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.dotmac.kernel.DomainException;
import net.dotmac.payments.PaymentProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Banks' answers are read, and nothing that merely looks like one. */
class Pain002ParserTest {

    @Test
    void aDebitsOwnStatusCountsMoreThanItsGroups() throws Exception {
        byte[] file = new StatusFile("S1", "M1")
                .file("PART", null)
                .group("M11", "RJCT", "AC01")
                .debit("M11", "E1", "ACCP", null)
                .debit("M12", "E2", "RJCT", "AM04")
                .bytes();
        SepaSchemas.requireValid("pain.002.001.10", file);
        StatusReport report = Pain002Parser.parse(file);
        assertEquals("S1", report.messageId());
        assertEquals("M1", report.originalMessageId());
        assertEquals("PART", report.file().code());
        assertNull(report.rejection("M11", "E1"));
        assertEquals("AM04", report.rejection("M12", "E2").reason());
        assertEquals("AC01", report.rejection("M11", "E3").reason());
        assertNull(report.rejection("M12", "E4"));
    }

    @Test
    void aWholeFileIsRejectedWithoutNamingItsDebits() {
        StatusReport report = Pain002Parser.parse(
                new StatusFile("S1", "M1").file("RJCT", "FF01").bytes());
        assertEquals("FF01", report.rejection("M11", "E1").reason());
        assertNull(Pain002Parser.parse(
                        new StatusFile("S1", "M1").file("ACTC", null).bytes())
                .rejection("M11", "E1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<x/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
            })
    void whatIsNoReportIsRefused(String text) {
        DomainException refused =
                assertThrows(DomainException.class, () -> Pain002Parser.parse(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(PaymentProblem.FILE_REFUSED, refused.problem());
    }

    @Test
    void aDocumentTypeBeforeAReportIsRefusedToo() {
        String text = new StatusFile("S1", "M1").text("<!DOCTYPE Document [<!ENTITY a 'x'>]>");
        assertTrue(assertThrows(DomainException.class, () -> Pain002Parser.parse(text.getBytes(StandardCharsets.UTF_8)))
                .getMessage()
                .contains("document type"));
    }
}
