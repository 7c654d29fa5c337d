package net.dotmac.payments.domain;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.SepaSettings;
import org.iban4j.Iban;

/**
 * Writes a batch as ISO 20022's pain.008.001.08, by the implementation guidelines of the SEPA schemes (EPC130-08,
 * EPC131-08): one group for each scheme and sequence, town and country structured, the street beside them or, where no
 * house number is known apart, as an address line. The same batch always gives the same bytes.
 */
public final class Pain008Writer {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";
    private static final String NO_AGENT = "NOTPROVIDED";

    private final SepaXml xml;
    private final SepaSettings creditor;
    private final LocalDate collectOn;

    private Pain008Writer(SepaXml xml, DirectDebitBatch batch) {
        this.xml = xml;
        this.creditor = batch.creditor();
        this.collectOn = batch.collectOn();
    }

    /** @param debits at least one, in the order they are to have */
    public static byte[] write(DirectDebitBatch batch, List<DirectDebit> debits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SepaXml xml = new SepaXml(bytes, NAMESPACE)) {
            new Pain008Writer(xml, batch).document(batch.messageId(), batch.createdAt(), debits);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The file of batch " + batch.id() + " could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void document(String messageId, Instant createdAt, List<DirectDebit> debits) throws XMLStreamException {
        xml.open("CstmrDrctDbtInitn");
        xml.open("GrpHdr");
        xml.text("MsgId", messageId);
        xml.text("CreDtTm", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
        xml.text("NbOfTxs", Integer.toString(debits.size()));
        xml.text("CtrlSum", SepaXml.amount(sum(debits)));
        xml.open("InitgPty")
                .text("Nm", SepaText.of(creditor.creditorName(), 70))
                .close("InitgPty");
        xml.close("GrpHdr");
        Map<String, List<DirectDebit>> groups = debits.stream()
                .collect(Collectors.groupingBy(DirectDebit::paymentInformationId, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<DirectDebit>> group : groups.entrySet()) {
            group(group.getKey(), group.getValue());
        }
        xml.close("CstmrDrctDbtInitn");
    }

    private void group(String id, List<DirectDebit> debits) throws XMLStreamException {
        xml.open("PmtInf");
        xml.text("PmtInfId", id);
        xml.text("PmtMtd", "DD");
        xml.text("BtchBookg", "true");
        xml.text("NbOfTxs", Integer.toString(debits.size()));
        xml.text("CtrlSum", SepaXml.amount(sum(debits)));
        xml.open("PmtTpInf");
        xml.open("SvcLvl").text("Cd", "SEPA").close("SvcLvl");
        xml.open("LclInstrm").text("Cd", debits.get(0).scheme()).close("LclInstrm");
        xml.text("SeqTp", debits.get(0).sequence());
        xml.close("PmtTpInf");
        xml.text("ReqdColltnDt", collectOn.toString());
        xml.open("Cdtr").text("Nm", SepaText.of(creditor.creditorName(), 70));
        xml.open("PstlAdr").text("TwnNm", SepaText.of(creditor.town(), 35));
        xml.text("Ctry", creditor.country()).close("PstlAdr").close("Cdtr");
        account("CdtrAcct", creditor.iban());
        agent("CdtrAgt", creditor.bic());
        xml.text("ChrgBr", "SLEV");
        xml.open("CdtrSchmeId").open("Id").open("PrvtId").open("Othr");
        xml.text("Id", creditor.creditorId());
        xml.open("SchmeNm").text("Prtry", "SEPA").close("SchmeNm");
        xml.close("Othr").close("PrvtId").close("Id").close("CdtrSchmeId");
        for (DirectDebit debit : debits) {
            transaction(debit);
        }
        xml.close("PmtInf");
    }

    private void transaction(DirectDebit debit) throws XMLStreamException {
        Debtor debtor = debit.debtor();
        xml.open("DrctDbtTxInf");
        xml.open("PmtId").text("EndToEndId", debit.endToEndId()).close("PmtId");
        xml.euros("InstdAmt", debit.amountMinor());
        xml.open("DrctDbtTx").open("MndtRltdInf");
        xml.text("MndtId", debit.mandateReference());
        xml.text("DtOfSgntr", debit.signedOn().toString());
        if (debit.amendedFrom() != null) {
            amendment(debit.amendedFrom(), debtor.iban());
        }
        xml.close("MndtRltdInf").close("DrctDbtTx");
        agent("DbtrAgt", debtor.bic());
        xml.open("Dbtr").text("Nm", SepaText.of(debtor.name(), 70));
        address(debtor);
        xml.close("Dbtr");
        account("DbtrAcct", debtor.iban());
        xml.open("RmtInf")
                .text("Ustrd", SepaText.of(debit.invoiceNumber(), 140))
                .close("RmtInf");
        xml.close("DrctDbtTxInf");
    }

    /** Within one bank the old account is named; with another bank "same mandate, new debtor account" says enough. */
    private void amendment(String before, String now) throws XMLStreamException {
        xml.text("AmdmntInd", "true");
        xml.open("AmdmntInfDtls").open("OrgnlDbtrAcct").open("Id");
        if (isSameBank(before, now)) {
            xml.text("IBAN", before);
        } else {
            xml.open("Othr").text("Id", "SMNDA").close("Othr");
        }
        xml.close("Id").close("OrgnlDbtrAcct").close("AmdmntInfDtls");
    }

    private static boolean isSameBank(String before, String now) {
        Iban old = Iban.valueOf(before);
        Iban young = Iban.valueOf(now);
        return old.getCountryCode() == young.getCountryCode()
                && old.getBankCode() != null
                && old.getBankCode().equals(young.getBankCode());
    }

    private void address(Debtor debtor) throws XMLStreamException {
        xml.open("PstlAdr");
        boolean isStructured = debtor.street() != null && debtor.building() != null;
        if (isStructured) {
            xml.text("StrtNm", SepaText.of(debtor.street(), 70));
            xml.text("BldgNb", SepaText.of(debtor.building(), 16));
        }
        if (debtor.postcode() != null) {
            xml.text("PstCd", SepaText.of(debtor.postcode(), 16));
        }
        xml.text("TwnNm", SepaText.of(debtor.town(), 35));
        xml.text("Ctry", debtor.country());
        if (!isStructured && debtor.street() != null) {
            xml.text("AdrLine", SepaText.of(debtor.street(), 70));
        }
        xml.close("PstlAdr");
    }

    private void account(String name, String iban) throws XMLStreamException {
        xml.open(name).open("Id").text("IBAN", iban).close("Id").close(name);
    }

    private void agent(String name, String bic) throws XMLStreamException {
        xml.open(name).open("FinInstnId");
        if (bic == null) {
            xml.open("Othr").text("Id", NO_AGENT).close("Othr");
        } else {
            xml.text("BICFI", bic);
        }
        xml.close("FinInstnId").close(name);
    }

    private static long sum(List<DirectDebit> debits) {
        return debits.stream().mapToLong(DirectDebit::amountMinor).reduce(0, Math::addExact);
    }
}
