package net.dotmac.billing.domain;

/** The XMP packet of a PDF/A-3, with the extension schema by which Factur-X says what it embeds. */
final class PdfMetadata {

    private static final String HEAD =
            """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description>
            """;
    private static final String FACTUR_X =
            """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>%s</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>
            """;
    private static final String PROPERTY =
            """
            <rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>%s</pdfaProperty:name>
            <pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>external</pdfaProperty:category>
            <pdfaProperty:description>%s</pdfaProperty:description>
            </rdf:li>
            """;
    private static final String FACTUR_X_END =
            """
            </rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;
    private static final String END = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

    private PdfMetadata() {}

    /** @param embedded name of the embedded e-invoice, or null without one */
    static String xmp(String title, String author, String embedded) {
        StringBuilder xmp = new StringBuilder(HEAD.formatted(escaped(title), escaped(author)));
        if (embedded != null) {
            xmp.append(FACTUR_X.formatted(escaped(embedded)))
                    .append(PROPERTY.formatted("DocumentFileName", "Name of the embedded XML invoice file"))
                    .append(PROPERTY.formatted("DocumentType", "INVOICE"))
                    .append(PROPERTY.formatted("Version", "The actual version of the Factur-X XML schema"))
                    .append(PROPERTY.formatted(
                            "ConformanceLevel", "The conformance level of the embedded Factur-X data"))
                    .append(FACTUR_X_END);
        }
        return xmp.append(END).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
