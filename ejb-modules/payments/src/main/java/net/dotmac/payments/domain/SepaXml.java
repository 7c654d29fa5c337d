package net.dotmac.payments.domain;

import java.io.OutputStream;
import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An ISO 20022 document as it is written, element by element; texts are escaped by the writer below. */
final class SepaXml implements AutoCloseable {

    private final XMLStreamWriter writer;

    SepaXml(OutputStream out, String namespace) throws XMLStreamException {
        writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("Document");
        writer.writeDefaultNamespace(namespace);
    }

    SepaXml open(String name) throws XMLStreamException {
        writer.writeStartElement(name);
        return this;
    }

    /** @param name of the element that ends here, for whoever reads the code */
    SepaXml close(String name) throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    SepaXml text(String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
        return this;
    }

    /** @param minor cents */
    SepaXml euros(String name, long minor) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeAttribute("Ccy", "EUR");
        writer.writeCharacters(amount(minor));
        writer.writeEndElement();
        return this;
    }

    /** Cents as euros with two decimals. */
    static String amount(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    @Override
    public void close() throws XMLStreamException {
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.close();
    }
}
