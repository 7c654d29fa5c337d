package net.dotmac.billing.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document, each embedded with the characters that are used and nothing else. Nearly every document is written in
 * Liberation Sans alone (Latin, Greek, Cyrillic, Hebrew); the others are read when a character first asks for them, since the one
 * with the Chinese and Japanese characters has ten megabytes.
 */
final class PdfFonts implements AutoCloseable {

    /** In the order in which they are asked whether they have a character. */
    private enum Face {
        LIBERATION("/liberation/LiberationSans-Regular.ttf", "/liberation/LiberationSans-Bold.ttf"),
        DEJAVU("/fonts/dejavu/DejaVuSans.ttf", "/fonts/dejavu/DejaVuSans-Bold.ttf"),
        NOTO("/fonts/noto/NotoSansSC-Regular.ttf", "/fonts/noto/NotoSansSC-Regular.ttf");

        private final String regular;
        private final String bold;

        Face(String regular, String bold) {
            this.regular = regular;
            this.bold = bold;
        }
    }

    /** What can be written in one font. */
    record Run(PDFont font, String text) {}

    /** Parsed fonts that no document uses now: one document at a time may read one, and parsing it takes most of a document's time. */
    private static final Map<String, Queue<TrueTypeFont>> IDLE = new ConcurrentHashMap<>();

    private final PDDocument document;
    private final Map<String, TrueTypeFont> borrowed = new HashMap<>();
    private final Map<String, PDFont> loaded = new HashMap<>();
    private final Map<Integer, Face> faces = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /** Whether any of the fonts has the character. */
    boolean has(int symbol) {
        return face(symbol) != null;
    }

    /** The text in its order on paper, parted by font; what no font has is left out. */
    List<Run> runs(String text, boolean bold) {
        List<Run> runs = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        Face current = Face.LIBERATION;
        for (int symbol : text.codePoints().toArray()) {
            Face face = face(symbol);
            if (face == null) {
                continue;
            }
            if (face != current && !same.isEmpty()) {
                runs.add(new Run(font(current, bold), same.toString()));
                same.setLength(0);
            }
            current = face;
            same.appendCodePoint(symbol);
        }
        if (!same.isEmpty()) {
            runs.add(new Run(font(current, bold), same.toString()));
        }
        return runs;
    }

    private Face face(int symbol) {
        if (!faces.containsKey(symbol)) {
            faces.put(symbol, find(symbol));
        }
        return faces.get(symbol);
    }

    private Face find(int symbol) {
        for (Face face : Face.values()) {
            if (hasGlyph(font(face, false), symbol)) {
                return face;
            }
        }
        return null;
    }

    private static boolean hasGlyph(PDFont font, int symbol) {
        try {
            font.encode(Character.toString(symbol));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    private PDFont font(Face face, boolean bold) {
        return loaded.computeIfAbsent(bold ? face.bold : face.regular, this::load);
    }

    private PDFont load(String resource) {
        try {
            TrueTypeFont font = idle(resource).poll();
            if (font == null) {
                font = parse(resource);
            }
            borrowed.put(resource, font);
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " could not be read", e);
        }
    }

    /** Gives the fonts to other documents; this one must be written by now. */
    @Override
    public void close() {
        borrowed.forEach((resource, font) -> idle(resource).add(font));
        borrowed.clear();
    }

    private static Queue<TrueTypeFont> idle(String resource) {
        return IDLE.computeIfAbsent(resource, name -> new ConcurrentLinkedQueue<>());
    }

    private static TrueTypeFont parse(String resource) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(read(resource)));
        // Scripts are shaped before they come here. Substitutions would only join letters to ligatures, and looking for
        // them
        // takes more time than all the rest of a document.
        font.setEnableGsub(false);
        return font;
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream bytes = PdfFonts.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("the font " + resource + " is not on the class path");
            }
            return bytes.readAllBytes();
        }
    }
}
