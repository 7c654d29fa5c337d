package net.dotmac.billing.domain;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import net.dotmac.billing.domain.PdfCanvas.Style;

/** The look of documents: colours, type, and where columns and margins lie, in points from the top left corner. */
final class InvoicePdfStyle {

    static final Color INK = new Color(0x1B, 0x24, 0x30);
    static final Color MUTED = new Color(0x5E, 0x6B, 0x7A);
    static final Color ACCENT = new Color(0x0F, 0x4C, 0x81);
    static final Color PALE = new Color(0xEE, 0xF3, 0xF8);
    static final Color LINE = new Color(0xD3, 0xDC, 0xE6);
    static final Style BODY = new Style(9, false, INK);
    static final Style BODY_BOLD = new Style(9, true, INK);
    static final Style SMALL = new Style(7.5f, false, MUTED);
    static final Style SMALL_BOLD = new Style(7.5f, true, MUTED);
    static final Style ADDRESS = new Style(10.5f, false, INK);
    static final Style TITLE = new Style(20, true, INK);
    static final Style NAME = new Style(15, true, ACCENT);
    static final Style TOTAL = new Style(12, true, Color.WHITE);
    static final float LEFT = 57;
    static final float RIGHT = PdfCanvas.WIDTH - 51;
    static final float QUANTITY = 352;
    static final float PRICE = 420;
    static final float TAX = 462;
    static final float DESCRIPTION = LEFT + 24;
    static final float BOTTOM = PdfCanvas.HEIGHT - 84;
    static final float CLOSING_HEIGHT = 190;

    private InvoicePdfStyle() {}

    static List<String> present(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isBlank()).toList();
    }

    static String join(String glue, String... texts) {
        return String.join(glue, present(texts));
    }
}
