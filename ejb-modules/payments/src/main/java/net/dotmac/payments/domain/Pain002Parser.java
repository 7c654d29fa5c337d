package net.dotmac.payments.domain;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.dotmac.kernel.DomainException;

/** Reads status reports in ISO 20022's pain.002, versions 03 and 10 to 14. What it does not know, it passes over. */
public final class Pain002Parser {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:pain\\.002\\.001\\.(03|1[0-4])");
    private static final int ID = 35;

    private String messageId;
    private String originalMessageId;
    private StatusReport.Status whole = StatusReport.UNTOLD;
    private final Map<String, StatusReport.Status> groups = new HashMap<>();
    private final Map<String, StatusReport.Status> debits = new HashMap<>();

    private Pain002Parser() {}

    /** @throws DomainException {@code bank-file-refused}, naming what is wrong */
    public static StatusReport parse(byte[] file) {
        Pain002Parser parser = new Pain002Parser();
        try {
            XMLStreamReader reader = Camt053Parser.factory().createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                parser.document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw FileFaults.refusal("Nothing was taken in: this is no whole XML document. "
                    + StatementAmount.shortened(String.valueOf(e.getMessage())));
        }
        require("GrpHdr/MsgId", parser.messageId);
        require("OrgnlGrpInfAndSts/OrgnlMsgId", parser.originalMessageId);
        return new StatusReport(parser.messageId, parser.originalMessageId, parser.whole, parser.groups, parser.debits);
    }

    private static void require(String what, String id) {
        if (id == null || id.length() > ID) {
            throw FileFaults.refusal("Nothing was taken in: found " + StatementAmount.shortened(id) + " as " + what
                    + ", expected 1 to " + ID + " characters.");
        }
    }

    private void document(XMLStreamReader reader) throws XMLStreamException {
        boolean isRoot = true;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw FileFaults.refusal("Nothing was taken in: the file has a document type declaration, and no "
                        + "bank's report has one.");
            }
            if (event == XMLStreamConstants.START_ELEMENT && isRoot) {
                requireNamespace(reader.getNamespaceURI());
                isRoot = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                part(reader);
            }
        }
    }

    private static void requireNamespace(String namespace) {
        if (namespace == null || !NAMESPACE.matcher(namespace).matches()) {
            throw FileFaults.refusal("Found the namespace " + StatementAmount.shortened(namespace)
                    + ", expected pain.002.001.03 or pain.002.001.10 to 14.");
        }
    }

    private void part(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "GrpHdr" -> messageId = XmlPart.read(reader).text("MsgId");
            case "OrgnlGrpInfAndSts" -> {
                XmlPart file = XmlPart.read(reader);
                originalMessageId = file.text("OrgnlMsgId");
                whole = status(file, "GrpSts");
            }
            case "OrgnlPmtInfAndSts" -> group(XmlPart.read(reader));
            default -> {}
        }
    }

    private void group(XmlPart group) {
        String id = group.text("OrgnlPmtInfId");
        if (id != null) {
            keep(groups, id, status(group, "PmtInfSts"));
        }
        for (XmlPart transaction : group.all("TxInfAndSts")) {
            String endToEndId = transaction.text("OrgnlEndToEndId");
            if (endToEndId != null) {
                keep(debits, endToEndId, status(transaction, "TxSts"));
            }
        }
    }

    /** Some banks repeat a group for each of its debits; what says nothing takes nothing away. */
    private static void keep(Map<String, StatusReport.Status> told, String id, StatusReport.Status status) {
        if (status.code() != null) {
            told.put(id, status);
        }
    }

    private static StatusReport.Status status(XmlPart part, String path) {
        String reason = part.text("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry");
        return new StatusReport.Status(code(part.text(path), 4), code(reason, 20));
    }

    private static String code(String text, int atMost) {
        return text == null || text.length() <= atMost ? text : text.substring(0, atMost);
    }
}
