package net.dotmac.payments.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A small part of a document, such as one entry: read from the stream, looked into by paths, and dropped. */
final class XmlPart {

    private static final int DEEPEST = 30;

    private final String name;
    private final String currency;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlPart> children = new ArrayList<>();

    private XmlPart(String name, String currency) {
        this.name = name;
        this.currency = currency;
    }

    /** Reads the element that the reader stands at, to its end. */
    static XmlPart read(XMLStreamReader reader) throws XMLStreamException {
        return read(reader, 0);
    }

    private static XmlPart read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements lie deeper than any statement's");
        }
        XmlPart part = new XmlPart(reader.getLocalName(), reader.getAttributeValue(null, "Ccy"));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> part.children.add(read(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> part.text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return part;
                }
                default -> {}
            }
        }
        throw new XMLStreamException("the file ends within " + part.name);
    }

    /** Everything at a path such as {@code NtryDtls/TxDtls}. */
    List<XmlPart> all(String path) {
        List<XmlPart> found = List.of(this);
        for (String step : path.split("/")) {
            found = found.stream()
                    .flatMap(part -> part.children.stream())
                    .filter(child -> child.name.equals(step))
                    .toList();
        }
        return found;
    }

    /** The text at the first of these paths that has one, without space around, or null. */
    String text(String... paths) {
        for (String path : paths) {
            for (XmlPart part : all(path)) {
                String found = part.own();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return null;
    }

    /** All texts at a path with spaces between. */
    String texts(String path) {
        return all(path).stream()
                .map(XmlPart::own)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    XmlPart first(String path) {
        List<XmlPart> found = all(path);
        return found.isEmpty() ? null : found.get(0);
    }

    boolean has(String path) {
        return !all(path).isEmpty();
    }

    String own() {
        return text.toString().strip();
    }

    /** Of an amount. */
    String currency() {
        return currency;
    }
}
