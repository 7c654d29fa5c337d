package net.dotmac.billing.domain;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A4 pages to draw on: texts, rules and areas, measured in points from the top left corner. Every text can be drawn, whatever script
 * it is in, so no name can keep a document from being made.
 */
final class PdfCanvas implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts = new PdfFonts(document);
    private PDPageContentStream content;

    /** Starts a page, which becomes the one drawn on. */
    void addPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        open(page, AppendMode.OVERWRITE);
    }

    /** Goes back to a page, from 0, to draw what is known only in the end. */
    void selectPage(int index) throws IOException {
        open(document.getPage(index), AppendMode.APPEND);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    void text(float x, float y, Style style, String text) throws IOException {
        content.beginText();
        content.setNonStrokingColor(style.color);
        content.newLineAtOffset(x, HEIGHT - y);
        for (PdfFonts.Run run : runs(style, text)) {
            content.setFont(run.font(), style.size);
            content.showText(run.text());
        }
        content.endText();
    }

    /** Text that ends at {@code x}. */
    void textRight(float x, float y, Style style, String text) throws IOException {
        text(x - width(style, text), y, style, text);
    }

    void rule(float fromX, float toX, float y, float thickness, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(thickness);
        content.moveTo(fromX, HEIGHT - y);
        content.lineTo(toX, HEIGHT - y);
        content.stroke();
    }

    void area(float x, float y, float width, float height, Color color) throws IOException {
        content.setNonStrokingColor(color);
        content.addRect(x, HEIGHT - y - height, width, height);
        content.fill();
    }

    /** The text cut into lines no wider than {@code width}; words too long for a line are cut within. */
    List<String> wrap(Style style, String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String candidate = line.isEmpty() ? word : line + " " + word;
            if (width(style, candidate) <= width) {
                line.setLength(0);
                line.append(candidate);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(cut(style, word, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** The document's bytes, a PDF/A-3: the same for the same drawing, so no time and no chance goes into them. */
    byte[] finish(About about) throws IOException {
        content.close();
        content = null;
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(about.title);
        information.setAuthor(about.author);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(about.language);
        document.setDocumentId(about.seed);
        PdfArchive.make(document, about.title, about.author, about.facturX, about.issuedOn);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        document.close();
        fonts.close();
    }

    private void open(PDPage page, AppendMode mode) throws IOException {
        if (content != null) {
            content.close();
        }
        content = new PDPageContentStream(document, page, mode, true, true);
    }

    private String cut(Style style, String word, float width, List<String> lines) throws IOException {
        StringBuilder part = new StringBuilder();
        for (int symbol : word.codePoints().toArray()) {
            if (!part.isEmpty() && width(style, part + Character.toString(symbol)) > width) {
                lines.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(symbol);
        }
        return part.toString();
    }

    private float width(Style style, String text) throws IOException {
        float width = 0;
        for (PdfFonts.Run run : runs(style, text)) {
            width += run.font().getStringWidth(run.text());
        }
        return width / 1000 * style.size;
    }

    private List<PdfFonts.Run> runs(Style style, String text) {
        return fonts.runs(PrintableText.of(text, fonts::has), style.bold);
    }

    /**
     * What the file says of itself.
     *
     * @param language BCP 47 tag
     * @param seed the file's id follows from it
     * @param facturX the e-invoice to embed, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes to embed, never compared
    record About(String title, String author, String language, long seed, byte[] facturX, LocalDate issuedOn) {}

    /** @param size in points */
    record Style(float size, boolean bold, Color color) {}
}
