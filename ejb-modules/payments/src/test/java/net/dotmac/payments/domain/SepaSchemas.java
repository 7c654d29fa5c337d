package net.dotmac.payments.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** ISO 20022's schemas, as a library for home banking brings them. */
public final class SepaSchemas {

    private SepaSchemas() {}

    /** @param name such as {@code pain.008.001.08} */
    public static void requireValid(String name, byte[] file) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SepaSchemas.class.getResource("/" + name + ".xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file)));
    }
}
