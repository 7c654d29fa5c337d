package net.dotmac.payments.domain;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Writes a batch as ISO 20022's pain.001.001.09, by the implementation guidelines of SEPA credit transfers (EPC132-08). The same
 * batch always gives the same bytes.
 */
public final class Pain001Writer {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String NO_AGENT = "NOTPROVIDED";

    private final SepaXml xml;
    private final PayoutBatch batch;

    private Pain001Writer(SepaXml xml, PayoutBatch batch) {
        this.xml = xml;
        this.batch = batch;
    }

    /** @param payouts at least one, in the order they are to have */
    public static byte[] write(PayoutBatch batch, List<Payout> payouts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SepaXml xml = new SepaXml(bytes, NAMESPACE)) {
            new Pain001Writer(xml, batch).document(payouts);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The file of batch " + batch.id() + " could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void document(List<Payout> payouts) throws XMLStreamException {
        xml.open("CstmrCdtTrfInitn");
        xml.open("GrpHdr");
        xml.text("MsgId", batch.messageId());
        xml.text("CreDtTm", batch.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        totals(payouts);
        xml.open("InitgPty").text("Nm", SepaText.of(batch.debtorName(), 70)).close("InitgPty");
        xml.close("GrpHdr");
        xml.open("PmtInf");
        xml.text("PmtInfId", batch.paymentInformationId());
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", "true");
        totals(payouts);
        xml.open("PmtTpInf").open("SvcLvl").text("Cd", "SEPA").close("SvcLvl").close("PmtTpInf");
        xml.open("ReqdExctnDt").text("Dt", batch.executeOn().toString()).close("ReqdExctnDt");
        xml.open("Dbtr").text("Nm", SepaText.of(batch.debtorName(), 70)).close("Dbtr");
        account("DbtrAcct", batch.iban());
        agent("DbtrAgt", batch.bic());
        xml.text("ChrgBr", "SLEV");
        for (Payout payout : payouts) {
            transfer(payout);
        }
        xml.close("PmtInf");
        xml.close("CstmrCdtTrfInitn");
    }

    private void totals(List<Payout> payouts) throws XMLStreamException {
        xml.text("NbOfTxs", Integer.toString(payouts.size()));
        xml.text("CtrlSum", SepaXml.amount(Payout.sum(payouts)));
    }

    private void transfer(Payout payout) throws XMLStreamException {
        xml.open("CdtTrfTxInf");
        xml.open("PmtId").text("EndToEndId", payout.endToEndId()).close("PmtId");
        xml.open("Amt").euros("InstdAmt", payout.amountMinor()).close("Amt");
        if (payout.bic() != null) {
            agent("CdtrAgt", payout.bic());
        }
        xml.open("Cdtr").text("Nm", SepaText.of(payout.holderName(), 70)).close("Cdtr");
        account("CdtrAcct", payout.iban());
        xml.open("RmtInf").text("Ustrd", SepaText.of(payout.remittance(), 140)).close("RmtInf");
        xml.close("CdtTrfTxInf");
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
}
