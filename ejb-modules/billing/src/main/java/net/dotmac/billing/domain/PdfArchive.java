package net.dotmac.billing.domain;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Makes a PDF one for the archive, PDF/A-3 level B (ISO 19005-3): its colours are defined, its metadata are XMP, and a file may
 * be in it. Fonts are embedded anyway.
 */
final class PdfArchive {

    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String FACTUR_X_FILE = "factur-x.xml";

    private PdfArchive() {}

    /**
     * @param title as in the document's information
     * @param author as in the document's information
     * @param facturX the XML to embed, or null
     * @param issuedOn the day that stands as the XML's own
     */
    static void make(PDDocument pdf, String title, String author, byte[] facturX, LocalDate issuedOn)
            throws IOException {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        pdf.setVersion(1.7f);
        PDOutputIntent intent = new PDOutputIntent(pdf, new ByteArrayInputStream(PROFILE));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(PdfMetadata.xmp(title, author, facturX == null ? null : FACTUR_X_FILE)
                .getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        if (facturX != null) {
            embed(pdf, facturX, issuedOn);
        }
    }

    private static void embed(PDDocument pdf, byte[] facturX, LocalDate issuedOn) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(facturX), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(facturX.length);
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        day.setTimeInMillis(issuedOn.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        file.setModDate(day);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(FACTUR_X_FILE);
        specification.setFileUnicode(FACTUR_X_FILE);
        specification.setFileDescription("Factur-X");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        // The XML says what the pages say: an alternative, and no source or supplement.
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FACTUR_X_FILE, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray(List.of(specification.getCOSObject()));
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
