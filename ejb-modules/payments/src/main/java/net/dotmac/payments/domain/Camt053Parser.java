package net.dotmac.payments.domain;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * Reads bank statements in ISO 20022's camt.053, versions 02 to 08, entry by entry. Booked entries count, pending
 * ones do not. Opening balance, entries and closing balance have to add up.
 */
public final class Camt053Parser {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.0[2-8]");

    private final FileFaults faults = new FileFaults();
    private final List<BankFileStatement> statements = new ArrayList<>();

    private Camt053Parser() {}

    /**
     * All statements of a file.
     *
     * @throws DomainException {@code bank-file-refused}, naming what is wrong and where
     */
    public static List<BankFileStatement> parse(byte[] file) {
        Camt053Parser parser = new Camt053Parser();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                parser.document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw FileFaults.refusal("Nothing was imported: this is no whole XML document. "
                    + StatementAmount.shortened(String.valueOf(e.getMessage())));
        }
        parser.faults.refuse();
        if (parser.statements.isEmpty()) {
            throw FileFaults.refusal("The file holds no statement (BkToCstmrStmt/Stmt).");
        }
        return parser.statements;
    }

    /** A reader that fetches nothing and resolves no entity, whatever the file asks for. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private void document(XMLStreamReader reader) throws XMLStreamException {
        boolean isRoot = true;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw FileFaults.refusal("Nothing was imported: the file has a document type declaration, and no "
                        + "bank's statement has one.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (isRoot) {
                    requireNamespace(reader.getNamespaceURI());
                    isRoot = false;
                } else if (reader.getLocalName().equals("Stmt")) {
                    statement(reader);
                }
            }
        }
    }

    private static void requireNamespace(String namespace) {
        if (namespace == null || !NAMESPACE.matcher(namespace).matches()) {
            throw FileFaults.refusal("Found the namespace " + StatementAmount.shortened(namespace)
                    + ", expected camt.053.001.02 to camt.053.001.08.");
        }
    }

    private void statement(XMLStreamReader reader) throws XMLStreamException {
        Camt053Statement statement = new Camt053Statement(statements.size() + 1, faults);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                BankFileStatement done = statement.finish();
                if (done != null) {
                    statements.add(done);
                }
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                statement.add(reader.getLocalName(), XmlPart.read(reader));
            }
        }
        throw new XMLStreamException("the file ends within a statement");
    }

    /** A day, or the day of a time as the bank wrote it; null if there is none. */
    static LocalDate day(XmlPart part, String path) {
        String text = part.text(path + "/Dt", path + "/DtTm", path);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("found " + StatementAmount.shortened(text) + ", expected a day.", e);
        }
    }

    /** An amount with the sign of its side: credits above, debits below zero. */
    static long signed(XmlPart part, String amountPath, String currency) {
        XmlPart amount = part.first(amountPath);
        long minor = StatementAmount.minor(amount == null ? null : amount.own(), currency);
        String side = part.text("CdtDbtInd");
        if (minor < 0 || side == null || !(side.equals("CRDT") || side.equals("DBIT"))) {
            throw new IllegalArgumentException("an amount needs a sign by CdtDbtInd, CRDT or DBIT, and found "
                    + new Money(minor, currency) + " as " + StatementAmount.shortened(side) + ".");
        }
        return side.equals("CRDT") ? minor : -minor;
    }
}
